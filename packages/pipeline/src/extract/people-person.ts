import type { BoundingBox } from '@vigil/contracts';
import type { PersonSample } from '@vigil/detection';
import { leastPersonPixels, type PoseRegion } from '@vigil/models';
import type { FoundPose } from './people-pose.ts';

/** A person who is followed, as plain data. */
export interface FollowedPerson {
  /** 1, 2, 3, … in the order in which they were found. */
  readonly id: number;
  /** Where the person is: around the landmarks, or what the object detector saw last. */
  box: BoundingBox;
  /** The last pose; it is told again while the person keeps still. */
  pose: FoundPose;
  /** Where to look for the pose next. */
  region: PoseRegion;
  /** Size of the body: side of the largest region lately, picture heights. A body that points at the camera has a smaller one. */
  sizeHeights: number;
  /** Whether the last look found the pose. */
  isMeasured: boolean;
  /** When the pose was found last, media time in seconds. */
  poseSeconds: number;
  /** When something moved at the person last, media time in seconds. */
  movedSeconds: number;
  /** When the person was seen last, with or without pose, media time in seconds. */
  seenSeconds: number;
}

/** Share of the former size that counts on from one moment to the next: who walks away becomes smaller. */
const sizeKept = 0.97;
/** A pose smaller than this share of the person, or so many times larger, is that of something else in the region. */
const [leastSize, largestSize] = [0.35, 2];

/** Whether a pose is as large as one of the person can be. */
export function hasSizeOf(person: FollowedPerson, pose: FoundPose): boolean {
  const size = pose.nextRegion.height / person.sizeHeights;
  return size > leastSize && size < largestSize;
}

/** Side of the region of somebody who stands, own heights. */
const regionOverHeight = 1.5;

/** Whether a body of this size is too small in the picture for its landmarks to be more than a guess. */
export function isTooSmall(sizeHeights: number, pictureHeight: number): boolean {
  return sizeHeights * pictureHeight < regionOverHeight * leastPersonPixels;
}

/** A person whose pose was found for the first time. */
export function newPerson(id: number, pose: FoundPose, seconds: number): FollowedPerson {
  return {
    id,
    box: pose.box,
    pose,
    region: pose.nextRegion,
    sizeHeights: pose.nextRegion.height,
    isMeasured: true,
    poseSeconds: seconds,
    movedSeconds: seconds,
    seenSeconds: seconds,
  };
}

/** Takes the pose in that was found at this moment. */
export function measurePerson(person: FollowedPerson, pose: FoundPose, seconds: number): void {
  person.box = pose.box;
  person.pose = pose;
  person.region = pose.nextRegion;
  person.sizeHeights = Math.max(sizeKept * person.sizeHeights, pose.nextRegion.height);
  person.isMeasured = true;
  person.poseSeconds = seconds;
  person.seenSeconds = seconds;
}

/** The person as the records tell it. */
export function toPersonSample({ id, box, pose, isMeasured }: FollowedPerson): PersonSample {
  return isMeasured
    ? {
        id,
        trackId: null,
        box,
        state: 'measured',
        reason: null,
        confidence: pose.score,
        landmarks: pose.landmarks,
        world: pose.world,
      }
    : unmeasured(id, null, box, 'not-found');
}

/** A person whose pose cannot be told. */
export function unmeasured(
  id: number,
  trackId: number | null,
  box: BoundingBox,
  reason: 'too-small' | 'not-found',
): PersonSample {
  return { id, trackId, box, state: 'unavailable', reason, confidence: 0, landmarks: null, world: null };
}
