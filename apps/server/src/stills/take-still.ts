import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RgbFrame, VigilError } from '@vigil/contracts';
import { cutClip, encodeJpeg, openFrames } from '@vigil/media';

/** Long side of a still at most, pixels. */
const longSidePixels = 640;
/** Before this a file is decoded from its start; a clip is cut first where the moment is later, so that the way there costs nothing. */
const decodedFromStartSeconds = 15;
/** Pictures a second that are looked at: the one that is taken is no further from the moment than their distance. */
const lookedAtPerSecond = 30;
/** The clip begins so long before the moment, so that the picture that stands there is in it. */
const beforeSeconds = 2;
const stallTimeoutMs = 20_000;

/**
 * Takes the picture of a video at a moment, or its last one where it ends before. What native code reads it runs in processes of its
 * own.
 *
 * @param seconds Media time.
 * @returns The picture as JPEG.
 * @throws VigilError as `openFrames`; `not-found` where the video has no picture from there on
 */
export async function takeStill(file: string, seconds: number): Promise<Uint8Array> {
  if (seconds <= decodedFromStartSeconds) return await encodeJpeg(await pictureAt(file, seconds));
  const folder = await mkdtemp(join(tmpdir(), 'vigil-still-'));
  try {
    const output = join(folder, 'moment.mp4');
    const span = { startSeconds: seconds - beforeSeconds, endSeconds: seconds + 0.5, output, stallTimeoutMs };
    const { startSeconds } = await cutClip(file, span).catch((error: unknown) => {
      const isEmpty = error instanceof VigilError && error.code === 'bad-request';
      throw isEmpty ? new VigilError('not-found', `There is no picture about ${seconds} s`, { seconds }, error) : error;
    });
    return await encodeJpeg(await pictureAt(output, Math.max(0, seconds - startSeconds)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pictureAt(file: string, seconds: number): Promise<RgbFrame> {
  await using source = await openFrames(file, {
    analysisFramesPerSecond: lookedAtPerSecond,
    grayLongSidePixels: 64,
    colourLongSidePixels: longSidePixels,
    stallTimeoutMs,
  });
  let before: (() => Promise<RgbFrame>) | null = null;
  for await (const frame of source) {
    if (frame.timeSeconds >= seconds - 1e-6) return await frame.colour();
    before = () => frame.colour();
  }
  // the source still knows its last pictures
  if (before !== null) return await before();
  throw new VigilError('not-found', `There is no picture at ${seconds} s or after it`, { seconds });
}
