import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { cutClip, openFrames, openSound, probe } from '@vigil/media';
import { ChildMemory, processesBelow } from './child-memory.ts';
import type { JobOutcome } from './file-outcome.ts';

/** Memory that a media process may hold. */
const memoryCeilingBytes = 1024 ** 3;
/** What a process may hold for the moment between two looks of its watch. */
const watchSlackBytes = 256 * 1024 ** 2;
/** The watchdog that files meet by default. */
const stallTimeoutMs = 30_000;
/** A job without a result after this time hangs, whatever the watchdog thinks. */
const longestJobSeconds = 120;
/** Pictures of a file of the corpus at most; more are a bomb. */
const mostPictures = 20_000;
/** Samples of a file of the corpus at most: an hour and more. */
const mostSamples = 60_000_000;

/** Control characters, line ends of Unicode, and marks that turn the direction of writing. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Codes that say that something else than the file is at fault. */
const blamesOthers = new Set(['internal', 'not-writable', 'disk-full', 'cancelled']);

/** Runs every job of the media package on a file, one after the other. */
export async function runMediaJobs(path: string, scratchFolder: string): Promise<JobOutcome[]> {
  const limits = { memoryCeilingBytes, stallTimeoutMs };
  const output = join(scratchFolder, 'clip.mp4');
  mkdirSync(scratchFolder, { recursive: true });
  const outcomes = [
    await watched('probe', async () => {
      const { container, video, audio } = await probe(path, limits);
      return `${container}: ${video?.codec ?? 'no video'}, ${audio?.codec ?? 'no sound'}`;
    }),
    await watched('frames', () => readFrames(path, limits)),
    await watched('sound', () => readSound(path, limits)),
    await watched('clip', async () => {
      const clip = await cutClip(path, { ...limits, startSeconds: 0, endSeconds: 1, output });
      return `${clip.video} pictures, ${clip.audio} sound, ${clip.sizeBytes} bytes`;
    }),
  ];
  rmSync(output, { force: true });
  const left = readdirSync(scratchFolder);
  if (left.length === 0) return outcomes;
  rmSync(scratchFolder, { recursive: true });
  const [last] = outcomes.slice(-1);
  return [...outcomes.slice(0, -1), { ...last, problems: [...last.problems, `left ${left.join(', ')}`] }];
}

async function readFrames(path: string, limits: { memoryCeilingBytes: number; stallTimeoutMs: number }): Promise<string> {
  await using source = await openFrames(path, limits);
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  for await (const frame of source) {
    if (!Number.isFinite(frame.timeSeconds) || frame.timeSeconds <= last) {
      throw new Error(`picture ${count} at ${frame.timeSeconds} s after one at ${last} s`);
    }
    last = frame.timeSeconds;
    if (count === 0) await frame.colour();
    count += 1;
    if (count > mostPictures) throw new Error(`more than ${mostPictures} pictures`);
  }
  return `${count} pictures to ${last.toFixed(1)} s, ${source.damagedPackets} damaged packets`;
}

async function readSound(path: string, limits: { memoryCeilingBytes: number; stallTimeoutMs: number }): Promise<string> {
  await using source = await openSound(path, limits);
  if (source === null) return 'no sound';
  let count = 0;
  let end = Number.NEGATIVE_INFINITY;
  for await (const { seconds, samples } of source) {
    if (!Number.isFinite(seconds) || seconds < end - 1e-3) throw new Error(`sound at ${seconds} s after ${end} s`);
    if (!samples.every(Number.isFinite)) throw new Error(`sound at ${seconds} s that is no number`);
    end = seconds + samples.length / 16_000;
    count += samples.length;
    if (count > mostSamples) throw new Error(`more than ${mostSamples} samples`);
  }
  return `${count} samples to ${end.toFixed(1)} s`;
}

/** Runs a job and says what was wrong with how it ended. */
async function watched(job: string, run: () => Promise<string>): Promise<JobOutcome> {
  const startMs = performance.now();
  using memory = new ChildMemory();
  const problems: string[] = [];
  let [code, message]: [string | null, string] = [null, ''];
  try {
    message = await run();
  } catch (error) {
    if (error instanceof VigilError) {
      [code, message] = [error.code, error.message];
      problems.push(...problemsOf(error));
    } else {
      message = String(error);
      problems.push(`no VigilError: ${message}`);
    }
  }
  const seconds = (performance.now() - startMs) / 1000;
  if (seconds > longestJobSeconds) problems.push(`took ${seconds.toFixed(0)} s`);
  if (memory.peakBytes > memoryCeilingBytes + watchSlackBytes) problems.push(`held ${memory.peakBytes} bytes`);
  const left = processesBelow(process.pid);
  if (left.length > 0) problems.push(`left ${left.length} processes`);
  return { job, code, message, seconds, peakResidentBytes: memory.peakBytes, problems };
}

function problemsOf(error: VigilError): string[] {
  const problems: string[] = [];
  if (unprintable.test(error.message)) problems.push('control characters in the line');
  if (error.message.length > 1000) problems.push(`line of ${error.message.length} characters`);
  if (blamesOthers.has(error.code)) problems.push(`${error.code}: ${error.message}`);
  const { code, errorOutput } = error.details;
  // An exit code is an exception of our own; a signal is FFmpeg's fault or the ceiling.
  if (error.code === 'media-process-died' && typeof code === 'number')
    problems.push(`exit code ${code}: ${String(errorOutput).slice(-600)}`);
  return problems;
}
