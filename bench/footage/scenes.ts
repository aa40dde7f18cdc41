import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openFrames, openVideoWriter } from '@vigil/media';
import { TexturedPicture } from './textured-picture.ts';

/** Real footage, where the folder is there. */
const samplesFolder = join(import.meta.dirname, '../../../shared/data/samples');

/** A file to measure with. */
export interface Scene {
  readonly name: string;
  readonly file: string;
}

/** People everywhere, all the time: real footage where it is there, else figures on a textured ground, 60 s. */
export async function busyScene(folder: string): Promise<Scene> {
  const real = join(samplesFolder, 'pedestrians.mp4');
  if (existsSync(real)) return { name: 'busy, pedestrians.mp4', file: real };
  const file = join(folder, 'busy.mp4');
  await writeFigures(file, { width: 768, height: 576, framesPerSecond: 10, seconds: 60 }, 12, () => true);
  return { name: 'busy, synthetic 768×576', file };
}

/** A camera that sees nothing move for 60 s but one figure that crosses for 3 s. */
export async function stillScene(folder: string): Promise<Scene> {
  const file = join(folder, 'still.mp4');
  const isThere = (seconds: number): boolean => seconds >= 40 && seconds < 43;
  await writeFigures(file, { width: 1280, height: 720, framesPerSecond: 25, seconds: 60 }, 1, isThere);
  return { name: 'still, synthetic 1280×720', file };
}

/** The stretch of real footage in which nothing moves, there and back until it lasts a minute; null where the footage is missing. */
export async function realStillScene(folder: string): Promise<Scene | null> {
  const source = join(samplesFolder, 'left-bag.mp4');
  if (!existsSync(source)) return null;
  const [fromSeconds, toSeconds, repeats] = [23.4, 27.1, 8];
  const framesPerSecond = 29.97;
  const pictures: { readonly width: number; readonly height: number; readonly data: Uint8Array }[] = [];
  await using frames = await openFrames(source, {
    analysisFramesPerSecond: 30,
    colourLongSidePixels: 720,
    startAfterSeconds: fromSeconds,
  });
  for await (const frame of frames) {
    if (frame.timeSeconds > toSeconds) break;
    pictures.push(await frame.colour());
  }
  const file = join(folder, 'still-bag.mp4');
  await using writer = await openVideoWriter(file, { ...frames.colourSize, framesPerSecond });
  for (let repeat = 0; repeat < 2 * repeats; repeat++) {
    for (const picture of repeat % 2 === 0 ? pictures : pictures.toReversed()) await writer.write(picture);
  }
  await writer.finish();
  return { name: 'still, left-bag.mp4 there and back', file };
}

/** Writes figures that cross a textured picture, each at its own height and speed, while `isThere`. */
export async function writeFigures(
  file: string,
  size: { readonly width: number; readonly height: number; readonly framesPerSecond: number; readonly seconds: number },
  figures: number,
  isThere: (seconds: number) => boolean,
): Promise<void> {
  const { width, height, framesPerSecond, seconds } = size;
  const picture = new TexturedPicture(width, height);
  const [figureWidth, figureHeight] = [height >> 4, height >> 2];
  await using writer = await openVideoWriter(file, { width, height, framesPerSecond });
  for (let index = 0; index < framesPerSecond * seconds; index++) {
    const time = index / framesPerSecond;
    const data = picture.copy();
    for (let figure = 0; isThere(time) && figure < figures; figure++) {
      const left = Math.floor((time * height * (0.12 + 0.02 * (figure % 5)) + figure * 131) % (width - figureWidth));
      const top = (figure * 89) % (height - figureHeight);
      for (let y = top; y < top + figureHeight; y++) {
        data.fill(40 + ((y * 5 + figure * 31) & 63), y * width + left, y * width + left + figureWidth);
      }
    }
    await writer.write({ width, height, data });
  }
  await writer.finish();
}
