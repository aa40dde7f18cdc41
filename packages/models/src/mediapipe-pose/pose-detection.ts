import type { BoundingBox } from '@vigil/contracts';
import type { PosePoint } from './pose-region.ts';

/** A body that the pose detector found. */
export interface PoseDetection {
  /** How sure the detector is, 0 to 1. */
  readonly score: number;
  /** Around the face, or what takes its place; fractions of the picture. */
  readonly box: BoundingBox;
  /** Fractions of the picture: middle of the hips, a point on the circle around the body, middle of the shoulders, a point on the circle around the upper body. */
  readonly keyPoints: readonly PosePoint[];
}
