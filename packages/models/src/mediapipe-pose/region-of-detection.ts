import type { PictureSize } from '@vigil/contracts';
import type { PoseDetection } from './pose-detection.ts';
import { type PoseRegion, regionOfBody } from './pose-region.ts';

/**
 * The region of a body that the pose detector found: from its first two key points.
 *
 * @throws VigilError `inference-failed` where they give no region
 */
export function regionOfDetection(detection: PoseDetection, picture: PictureSize): PoseRegion {
  return regionOfBody(detection.keyPoints[0], detection.keyPoints[1], picture);
}
