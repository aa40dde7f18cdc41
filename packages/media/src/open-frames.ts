import { VigilError } from '@vigil/contracts';
import { DecodedFrames } from './decoded-frames.ts';
import { releaseWindowFrames, type FrameSource, type FrameSourceOptions } from './frame-source.ts';
import { checkInputFile } from './input-file.ts';
import type { FramesJob } from './process/messages.ts';

/** Pictures that are decoded ahead of the consumer. */
const aheadFrames = 16;

/**
 * Opens a file's pictures for analysis. The file is decoded in a process of its own; dispose of the source to end it.
 *
 * Gray frames are full-range luma, scaled by area; colour copies are full-range RGB by the file's own colour matrix. Fields are
 * made pictures, pixels square, and pictures upright. The same file gives the same bytes every time.
 *
 * @throws VigilError `file-missing`, `file-unreadable`, `file-empty`, `file-truncated`, `not-media`, `no-video`,
 * `codec-unsupported`, `picture-size-unsupported`, `media-process-died`, `media-process-stalled`, `cancelled`, `bad-request`;
 * iterating may throw the same.
 */
export async function openFrames(file: string, options: FrameSourceOptions = {}): Promise<FrameSource> {
  const { path } = await checkInputFile(file);
  const job: FramesJob = {
    kind: 'frames',
    file: path,
    analysisFramesPerSecond: above(options.analysisFramesPerSecond ?? 10, 0, 'analysisFramesPerSecond'),
    grayLongSidePixels: above(options.grayLongSidePixels ?? 360, 1, 'grayLongSidePixels'),
    colourLongSidePixels: above(options.colourLongSidePixels ?? 720, 1, 'colourLongSidePixels'),
    colourShortSidePixels:
      options.colourShortSidePixels === undefined ? null : above(options.colourShortSidePixels, 1, 'colourShortSidePixels'),
    startAfterSeconds: options.startAfterSeconds ?? null,
    aheadFrames,
    releaseWindowFrames,
  };
  const frames = new DecodedFrames(job, file, options);
  try {
    await frames.opened;
    return frames;
  } catch (error) {
    await frames[Symbol.asyncDispose]();
    throw error;
  }
}

function above(value: number, limit: number, name: string): number {
  if (Number.isFinite(value) && value > limit) return value;
  throw new VigilError('bad-request', `${name} must be above ${limit}, not ${value}`, { [name]: value });
}
