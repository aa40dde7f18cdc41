import { VigilError } from '@vigil/contracts';
import { poseAnchorCount } from './pose-anchors.ts';
import type { PoseDetection } from './pose-detection.ts';

/** Side in pixels of the square picture that the pose detector sees. */
export const poseDetectorInputSize = 224;

const valuesPerAnchor = 12;
const largestLogit = 100;

/**
 * Reads the answers of the pose detector (MediaPipe's TensorsToDetectionsCalculator).
 *
 * @param boxes - `[2254, 12]`: centre x, centre y, width, height, four key points, in pixels from the anchor
 * @param scores - `[2254]` logits
 * @param anchors - `[2254, 2]` of makePoseAnchors
 * @param leastScore - 0 to 1
 * @returns in the order of the anchors, in fractions of the square input
 * @throws VigilError `inference-failed` where the answers have another size
 */
export function decodePoseDetections(
  boxes: Float32Array,
  scores: Float32Array,
  anchors: Float64Array,
  leastScore: number,
): PoseDetection[] {
  if (boxes.length !== poseAnchorCount * valuesPerAnchor || scores.length !== poseAnchorCount) {
    throw new VigilError(
      'inference-failed',
      `The pose detector answered with ${boxes.length} and ${scores.length} numbers; ${poseAnchorCount} × 12 and × 1 were expected`,
    );
  }
  const detections: PoseDetection[] = [];
  scores.forEach((logit, anchor) => {
    const score = 1 / (1 + Math.exp(-Math.min(Math.max(logit, -largestLogit), largestLogit)));
    if (score < leastScore) return;
    const at = (value: number): number => boxes[anchor * valuesPerAnchor + value] / poseDetectorInputSize;
    const [anchorX, anchorY] = [anchors[2 * anchor], anchors[2 * anchor + 1]];
    const [width, height] = [at(2), at(3)];
    if (width < 0 || height < 0) return;
    detections.push({
      score,
      box: { left: anchorX + at(0) - width / 2, top: anchorY + at(1) - height / 2, width, height },
      keyPoints: [4, 6, 8, 10].map((first) => ({ x: anchorX + at(first), y: anchorY + at(first + 1) })),
    });
  });
  return detections;
}
