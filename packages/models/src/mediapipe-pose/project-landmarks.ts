import type { PoseRegion } from './pose-region.ts';
import { landmarkValues } from './pose-landmarks.ts';

/**
 * Brings landmarks from the region back into the picture (MediaPipe's LandmarkProjectionCalculator).
 *
 * @param landmarks - `[n, 5]`; x and y in fractions of the region become fractions of the picture, and z comes to the scale of x, in place
 */
export function projectLandmarks(landmarks: Float32Array, region: PoseRegion): void {
  const { centerX, centerY, width, height, rotationRadians } = region;
  const [cosine, sine] = [Math.cos(rotationRadians), Math.sin(rotationRadians)];
  for (let at = 0; at < landmarks.length; at += landmarkValues) {
    const [x, y] = [landmarks[at] - 0.5, landmarks[at + 1] - 0.5];
    landmarks[at] = centerX + (cosine * x - sine * y) * width;
    landmarks[at + 1] = centerY + (sine * x + cosine * y) * height;
    landmarks[at + 2] *= width;
  }
}
