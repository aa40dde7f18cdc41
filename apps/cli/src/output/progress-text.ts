import { basename } from 'node:path';
import { formatClock } from './duration.ts';

/** What a progress display shows of a run. */
export interface ProgressState {
  /** What is being done, for example `extract`. */
  readonly stage: string;
  readonly file: string;
  /** Footage behind the run, seconds. */
  readonly mediaSeconds: number;
  /** Footage altogether, seconds; null where it is not known. */
  readonly totalSeconds: number | null;
  /** Seconds of footage in a second of wall clock. */
  readonly timesRealTime: number;
  /** Wall clock left, seconds; null where it is not known. */
  readonly secondsLeft: number | null;
  /** What is done of a run over several files, 0 to 1; left out where the footage says it. */
  readonly share?: number | undefined;
  /** The clip of a data set that is worked on. */
  readonly clip?: { readonly number: number; readonly of: number } | null | undefined;
}

const stageNames: Readonly<Record<string, string>> = {
  draw: 'drawing',
  extract: 'looking',
  learn: 'learning',
  score: 'scoring',
  evidence: 'cutting evidence',
};
const longestName = 32;

/** Share of the run that is done, 0 to 1; null where the length is not known. */
function doneShare({ mediaSeconds, totalSeconds, share }: ProgressState): number | null {
  if (share !== undefined) return share;
  return totalSeconds === null || totalSeconds <= 0 ? null : Math.min(1, mediaSeconds / totalSeconds);
}

/** The run in one line without line break: file, share, speed, time left. */
export function progressLine(state: ProgressState): string {
  const share = doneShare(state);
  const done = share === null ? formatClock(state.mediaSeconds) : `${Math.floor(100 * share)} %`;
  return [shortName(state.file), stageNames[state.stage] ?? state.stage, done, ...speedAndRest(state)].join(' · ');
}

/** The same with a bar, in at most `columns` characters. */
export function progressBar(state: ProgressState, columns: number): string {
  const share = doneShare(state);
  const before = `${shortName(state.file)} `;
  const percent = share === null ? formatClock(state.mediaSeconds) : `${String(Math.floor(100 * share)).padStart(3)} %`;
  const after = ` ${[percent, ...speedAndRest(state), stageNames[state.stage] ?? state.stage].join(' · ')}`;
  const width = Math.min(40, columns - 1 - before.length - after.length);
  const bar = share === null || width < 8 ? '' : '█'.repeat(Math.round(share * width)).padEnd(width, '░');
  return `${before}${bar}${after}`.slice(0, Math.max(1, columns - 1));
}

function speedAndRest({ timesRealTime, secondsLeft, clip }: ProgressState): string[] {
  const place = clip == null ? [] : [`clip ${clip.number} of ${clip.of}`];
  const speed = [...place, ...(timesRealTime > 0 ? [`${timesRealTime.toFixed(1)} × real time`] : [])];
  return secondsLeft === null ? speed : [...speed, `${formatClock(secondsLeft)} left`];
}

/** The end of a path; control characters would break the line. */
function shortName(file: string): string {
  const name = basename(file).replace(/\p{Cc}/gu, '?');
  return name.length <= longestName ? name : `…${name.slice(1 - longestName)}`;
}
