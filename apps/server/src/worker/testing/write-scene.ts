import { openVideoWriter } from '@vigil/media';

/** A short made video: figures walk over a ground, and for a while something lies over the lens. */
export interface Scene {
  readonly seconds: number;
  /** From one media second to another; this is what an analysis finds. */
  readonly coveredSeconds: readonly [from: number, to: number];
  /** Another number makes another video. */
  readonly seed: number;
}

/** Long enough for an incident and a checkpoint, short enough for a test. */
export const shortScene: Scene = { seconds: 14, coveredSeconds: [7, 11], seed: 1 };

const [width, height, framesPerSecond] = [160, 120, 10];

/** Writes a video; the same facts give the same bytes. */
export async function writeScene(file: string, { seconds, coveredSeconds, seed }: Scene): Promise<void> {
  const ground = Uint8Array.from({ length: width * height }, (_, i) => 90 + (Math.imul((i >> 2) + seed, 2654435761) >>> 26));
  await using writer = await openVideoWriter(file, { width, height, framesPerSecond });
  for (let index = 0; index < seconds * framesPerSecond; index += 1) {
    const time = index / framesPerSecond;
    const data = ground.slice();
    for (const walker of [0, 1]) {
      const left = Math.floor((time * (14 + 4 * walker) + walker * 47 + seed * 13) % (width - 8));
      for (let y = 20 + walker * 40; y < 50 + walker * 40; y += 1) {
        data.fill(20 + ((y * 9 + walker * 60) % 200), y * width + left, y * width + left + 8);
      }
    }
    if (time >= coveredSeconds[0] && time < coveredSeconds[1]) data.fill(12);
    await writer.write({ width, height, data });
  }
  await writer.finish();
}
