import type { BoundingBox } from '@vigil/contracts';

/** One person at one moment. Landmarks are numbered as BlazePose numbers them (0 nose … 32 right foot index). */
export interface PersonSample {
  /** Stays the same while the person is followed. */
  readonly id: number;
  /** The track whose box it is; null where no track was there. */
  readonly trackId: number | null;
  readonly box: BoundingBox;
  readonly state: 'measured' | 'unavailable';
  /** Why the pose is unavailable; null where it was measured. */
  readonly reason: 'too-small' | 'not-found' | null;
  /** Score of the pose model that somebody is there, 0 to 1; 0 where unavailable. */
  readonly confidence: number;
  /** `[33, 3]`: x and y as fractions of the picture, visibility 0 to 1; null where unavailable. */
  readonly landmarks: Float32Array | null;
  /** `[33, 3]`: metres, the middle between the hips at 0, y down; null where unavailable. */
  readonly world: Float32Array | null;
}
