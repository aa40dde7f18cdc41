import { openVideoWriter } from '@vigil/media';
import type { GrayPicture } from './apply-fault.ts';
import type { NamedChange } from './changes.ts';
import { clipFramesPerSecond } from './source-clips.ts';

/** Writes a stretch of footage with a change from `changeSeconds` on. */
export async function makeClip(
  output: string,
  pictures: readonly GrayPicture[],
  changeSeconds: number,
  { change, seconds = Infinity }: NamedChange,
): Promise<void> {
  const [{ width, height }] = pictures;
  const first = Math.round(changeSeconds * clipFramesPerSecond);
  const end = first + seconds * clipFramesPerSecond;
  await using writer = await openVideoWriter(output, { width, height, framesPerSecond: clipFramesPerSecond });
  for (const [index, picture] of pictures.entries()) {
    const since = (index - first) / clipFramesPerSecond;
    await writer.write(index < first || index >= end ? picture : change(picture, since, pictures[first - 1]));
  }
  await writer.finish();
}
