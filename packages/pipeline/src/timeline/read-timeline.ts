import type { AnalysisTimeline, ScoreTimeline } from '@vigil/contracts';
import { baseMs, cut, folded, foldedCount, stretchOf, type TimelineColumns } from './timeline-columns.ts';
import type { TimelineFile } from './timeline-file.ts';
import { chunkEntries, levelFactor } from './timeline-format.ts';

/** Which part of a timeline, and how finely. */
export interface TimelineSpan {
  /** Media seconds, included; may be infinite. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Entries that are answered at most, from 10 on. */
  readonly points: number;
}

/**
 * Reads a part of a timeline, as finely as so many entries can: frames as they are in the result where they are few enough, else
 * stretches of time with the largest value of every lane. A stretch at the edge of the span that reaches beyond it may have its entry
 * there. Memory and time go by the number of entries, not by the length of the recording.
 *
 * @throws VigilError `file-unreadable` where the file is damaged
 */
export async function readTimeline(
  file: TimelineFile,
  { startSeconds, endSeconds, points }: TimelineSpan,
): Promise<AnalysisTimeline> {
  const { levels, durationSeconds, thresholdSurprise, usualSeconds, modalities } = file.head;
  // what is read is at most so many times finer than what is answered: the next level would be coarser than it needs to be
  const mostRead = levelFactor * points;
  for (const [level, { widthMs }] of levels.entries()) {
    const isLast = level === levels.length - 1;
    const chunks = await file.chunksWithin(level, startSeconds, endSeconds);
    // of the first chunk and the last one perhaps a single entry counts
    if (!isLast && (chunks.end - chunks.first - 2) * chunkEntries > mostRead) continue;
    const entries = within(await file.read(level, chunks), startSeconds, endSeconds, widthMs);
    if (!isLast && entries.seconds.length > mostRead) continue;
    const answered = fitted(entries, widthMs, points);
    const exact = answered.widthMs === 0;
    return {
      durationSeconds,
      thresholdSurprise,
      secondsPerEntry: exact ? usualSeconds : answered.widthMs / 1000,
      exact,
      gaps: await file.gapsWithin(startSeconds, endSeconds, answered.widthMs / 1000),
      timeline: scoreTimelineOf(modalities, answered.columns),
    };
  }
  throw new TypeError('a timeline has at least one level');
}

/** The entries, folded no further than is needed for so many. */
function fitted(
  columns: TimelineColumns,
  widthMs: number,
  points: number,
): { readonly columns: TimelineColumns; readonly widthMs: number } {
  if (columns.seconds.length <= points) return { columns, widthMs };
  const unitMs = widthMs === 0 ? baseMs : widthMs;
  let times = widthMs === 0 ? 1 : 2;
  // by a quarter each time: whoever has one gap after the other needs stretches that are many times as long
  while (foldedCount(columns, unitMs * times) > points) times = Math.ceil(times * 1.25);
  return { columns: folded(columns, unitMs * times), widthMs: unitMs * times };
}

/** The entries that stand for some of a span. */
function within(columns: TimelineColumns, startSeconds: number, endSeconds: number, widthMs: number): TimelineColumns {
  const { seconds } = columns;
  const place = widthMs === 0 ? (at: number) => at : (at: number) => stretchOf(at, widthMs);
  const [first, last] = [place(startSeconds), place(endSeconds)];
  let from = 0;
  while (from < seconds.length && place(seconds[from]) < first) from += 1;
  let to = from;
  while (to < seconds.length && place(seconds[to]) <= last) to += 1;
  return cut(columns, from, to);
}

function scoreTimelineOf(modalities: TimelineFile['head']['modalities'], { seconds, lanes }: TimelineColumns): ScoreTimeline {
  return {
    seconds: [...seconds],
    fused: [...lanes[0]],
    modalities: Object.fromEntries(
      modalities.map((modality, lane) => [
        modality,
        Array.from(lanes[lane + 1], (value) => (Number.isNaN(value) ? null : value)),
      ]),
    ),
  };
}
