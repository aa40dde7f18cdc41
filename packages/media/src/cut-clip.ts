import { stat } from 'node:fs/promises';
import { VigilError } from '@vigil/contracts';
import type { ClipResult } from './clip-result.ts';
import { checkInputFile } from './input-file.ts';
import { PartialFile } from './partial-file.ts';
import type { MediaProcessOptions } from './process/process-options.ts';
import { runJob } from './process/run-job.ts';
import { shownName } from './shown-name.ts';

/** Which part of a file becomes a clip, and where. */
export interface ClipOptions extends MediaProcessOptions {
  /** Media time of the first picture in seconds, 0 or more. */
  readonly startSeconds: number;
  /** Media time of the end in seconds, after the start. */
  readonly endSeconds: number;
  /** Name of the MP4 file to write; it appears only when complete and replaces what was there. */
  readonly output: string;
}

/**
 * Cuts a part of a file into an MP4 that browsers play from its first byte on. Tracks are copied where that is possible:
 * H.264 pictures from a key frame at most half a second before the start, AAC sound; else they are encoded.
 *
 * @throws VigilError as `openFrames`, and `bad-request`, `not-writable` or `disk-full`; no file is then left behind.
 */
export async function cutClip(file: string, options: ClipOptions): Promise<ClipResult & { sizeBytes: number }> {
  const { startSeconds, endSeconds, output } = options;
  if (!(startSeconds >= 0 && endSeconds > startSeconds && Number.isFinite(endSeconds))) {
    const message = `${shownName(file)}: a clip cannot go from ${startSeconds} s to ${endSeconds} s; the start is 0 or more and the end after it`;
    throw new VigilError('bad-request', message, { startSeconds, endSeconds });
  }
  const { path } = await checkInputFile(file);
  await using partial = new PartialFile(output);
  const job = { kind: 'clip', file: path, startSeconds, endSeconds, partialFile: partial.path } as const;
  const { result } = await runJob(job, file, options, 'clip');
  const { size } = await stat(partial.path);
  await partial.complete();
  return { ...result, sizeBytes: size };
}
