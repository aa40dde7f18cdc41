import type { PictureSize } from '@vigil/contracts';
import { circleLandmark, hipCenterLandmark, landmarkValues } from './pose-landmarks.ts';
import { type PoseRegion, regionOfBody } from './pose-region.ts';

/**
 * The region to look at next, from the landmarks of a body.
 *
 * @param landmarks - `[39, 5]` or `[35, 5]`, x and y in fractions of the picture
 * @throws VigilError `inference-failed` where they give no region
 */
export function regionOfLandmarks(landmarks: Float32Array, picture: PictureSize): PoseRegion {
  const point = (landmark: number): { x: number; y: number } => ({
    x: landmarks[landmark * landmarkValues],
    y: landmarks[landmark * landmarkValues + 1],
  });
  return regionOfBody(point(hipCenterLandmark), point(circleLandmark), picture);
}
