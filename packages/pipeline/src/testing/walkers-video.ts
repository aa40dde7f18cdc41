import { openVideoWriter } from '@vigil/media';

/** A video of figures that walk over a textured ground. */
export interface WalkersVideo {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly frames: number;
  /** Figures in the picture. */
  readonly walkers: number;
  /** Frames during which something lies over the lens: from one, up to but not with another; never where left out. */
  readonly covered?: readonly [from: number, to: number] | undefined;
}

/** Small, and busy enough that every sense has something to do. */
export const smallVideo: WalkersVideo = { width: 160, height: 120, framesPerSecond: 10, frames: 240, walkers: 3 };

/** Writes a video; the same facts give the same bytes. In its last quarter one of the figures runs. */
export async function writeWalkers(
  file: string,
  { width, height, framesPerSecond, frames, walkers, covered = [0, 0] }: WalkersVideo,
): Promise<void> {
  const ground = Uint8Array.from({ length: width * height }, (_, i) => 90 + (Math.imul((i >> 2) + 17, 2654435761) >>> 26));
  const [figureWidth, figureHeight] = [Math.max(2, height >> 4), Math.max(3, height >> 2)];
  await using writer = await openVideoWriter(file, { width, height, framesPerSecond });
  for (let index = 0; index < frames; index++) {
    const data = ground.slice();
    for (let walker = 0; walker < walkers; walker++) {
      const runs = walker === 0 && index >= 0.75 * frames;
      const heightsPerSecond = runs ? 0.9 : 0.12 + 0.03 * walker;
      const left = Math.floor(((index / framesPerSecond) * heightsPerSecond * height + walker * 47) % (width - figureWidth));
      const top = (walker * 37 + (height >> 3)) % (height - figureHeight);
      for (let y = top; y < top + figureHeight; y++) {
        data.fill(20 + ((y * 9 + walker * 60) % 200), y * width + left, y * width + left + figureWidth);
      }
    }
    if (index >= covered[0] && index < covered[1]) data.fill(12);
    await writer.write({ width, height, data });
  }
  await writer.finish();
}
