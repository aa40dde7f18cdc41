import { openFrames } from '@vigil/media';
import type { GrayPicture } from './apply-fault.ts';

/** A stretch of real footage to make clips from. */
export interface SourceClip {
  readonly name: string;
  /** File below the data folder. */
  readonly file: string;
  readonly startSeconds: number;
  readonly seconds: number;
  /** When the change begins, seconds from the start of the stretch. */
  readonly changeSeconds: number;
}

/** Pictures a second of the clips. */
export const clipFramesPerSecond = 10;

/** The stretches. */
export const sourceClips: readonly SourceClip[] = [
  clip('left-bag', 'samples/left-bag.mp4', 0, 16, 8),
  clip('left-bag, still', 'samples/left-bag.mp4', 21, 14, 6),
  clip('pedestrians', 'samples/pedestrians.mp4', 10, 16, 8),
  clip('walking, camera 1', 'up-fall/clips/activity06-trial1-camera1.mp4', 0, 16, 8),
  clip('walking, camera 2', 'up-fall/clips/activity06-trial1-camera2.mp4', 10, 16, 8),
  clip('lying, camera 1', 'up-fall/clips/activity11-trial1-camera1.mp4', 8, 16, 8),
  clip('lying, camera 2', 'up-fall/clips/activity11-trial2-camera2.mp4', 14, 16, 8),
  clip('falling, camera 1', 'up-fall/clips/activity01-trial1-camera1.mp4', 0, 7.8, 3.9),
];

function clip(name: string, file: string, startSeconds: number, seconds: number, changeSeconds: number): SourceClip {
  return { name, file, startSeconds, seconds, changeSeconds };
}

/** Reads the pictures of a stretch, at most 720 pixels long. */
export async function readPictures(file: string, { startSeconds, seconds }: SourceClip): Promise<GrayPicture[]> {
  const pictures: GrayPicture[] = [];
  await using frames = await openFrames(file, {
    analysisFramesPerSecond: clipFramesPerSecond,
    grayLongSidePixels: 720,
    ...(startSeconds > 0 ? { startAfterSeconds: startSeconds } : {}),
  });
  for await (const { width, height, data } of frames) {
    if (pictures.length >= seconds * clipFramesPerSecond) break;
    pictures.push({ width, height, data });
  }
  return pictures;
}
