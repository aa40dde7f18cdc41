import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AnalysisResult } from '@vigil/contracts';

const child = fileURLToPath(new URL('./analysis-child.ts', import.meta.url));

/** What became of a run that was killed again and again. */
export interface KilledRuns {
  readonly result: AnalysisResult;
  /** Media time of the first progress of every run, seconds: above 1 where it went on from a checkpoint. */
  readonly startSeconds: readonly number[];
  readonly kills: number;
}

/** Files and folders of a run in a process of its own. */
export interface KilledRunFiles {
  readonly file: string;
  readonly cacheFolder: string;
  readonly workFolder: string;
  readonly resultFile: string;
}

/**
 * Analyses a file in processes that are killed when they report one of these media times or a later one, and then once to the end.
 *
 * @param killSeconds - ascending
 */
export async function analyseWithKills(files: KilledRunFiles, killSeconds: readonly number[]): Promise<KilledRuns> {
  const startSeconds: number[] = [];
  let kills = 0;
  for (const limit of [...killSeconds, Infinity]) {
    const { first, killed } = await runUntil(files, limit);
    startSeconds.push(first);
    if (killed) kills += 1;
  }
  return { result: JSON.parse(readFileSync(files.resultFile, 'utf8')) as AnalysisResult, startSeconds, kills };
}

/** Pseudo-random media times, ascending; the same seed gives the same. */
export function killTimes(count: number, durationSeconds: number, seed: number): number[] {
  let state = seed;
  const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return Array.from({ length: count }, () => 1 + random() * (durationSeconds - 2)).toSorted((a, b) => a - b);
}

async function runUntil(files: KilledRunFiles, limitSeconds: number): Promise<{ first: number; killed: boolean }> {
  const { file, cacheFolder, workFolder, resultFile } = files;
  const running = fork(child, [file, cacheFolder, workFolder, resultFile], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let first = NaN;
  running.on('message', (mediaSeconds: number) => {
    if (Number.isNaN(first)) first = mediaSeconds;
    if (mediaSeconds >= limitSeconds) running.kill('SIGKILL');
  });
  const { promise, resolve, reject } = Promise.withResolvers<{ code: number | null; signal: string | null }>();
  running.once('exit', (code, signal) => resolve({ code, signal }));
  running.once('error', reject);
  const { code, signal } = await promise;
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the run ended with ${code ?? signal}`);
  return { first, killed: signal === 'SIGKILL' };
}
