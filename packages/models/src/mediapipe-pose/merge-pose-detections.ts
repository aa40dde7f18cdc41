import { intersectionOverUnion } from '@vigil/contracts';
import type { PoseDetection } from './pose-detection.ts';

const sameBodyOverlap = 0.3;

/**
 * Makes one detection of those that overlap: places are means weighted by the scores, the score is the best one (the weighted non-maximum suppression of
 * MediaPipe's NonMaxSuppressionCalculator; Bazarevsky et al., "BlazeFace", 2019, section 4).
 *
 * @returns best first
 */
export function mergePoseDetections(detections: readonly PoseDetection[]): PoseDetection[] {
  const merged: PoseDetection[] = [];
  let remaining = detections.toSorted((a, b) => b.score - a.score);
  while (remaining.length > 0) {
    const best = remaining[0];
    const same = remaining.filter(({ box }) => intersectionOverUnion(box, best.box) > sameBodyOverlap);
    if (same.length === 0) return [...merged, ...remaining];
    merged.push(weightedMean(best, same));
    remaining = remaining.filter((one) => !same.includes(one));
  }
  return merged;
}

function weightedMean(best: PoseDetection, same: readonly PoseDetection[]): PoseDetection {
  const total = same.reduce((sum, { score }) => sum + score, 0);
  const mean = (value: (one: PoseDetection) => number): number =>
    same.reduce((sum, one) => sum + value(one) * one.score, 0) / total;
  const [left, top] = [mean(({ box }) => box.left), mean(({ box }) => box.top)];
  return {
    score: best.score,
    box: { left, top, width: mean(({ box }) => box.width), height: mean(({ box }) => box.height) },
    keyPoints: best.keyPoints.map((_, index) => ({
      x: mean(({ keyPoints }) => keyPoints[index].x),
      y: mean(({ keyPoints }) => keyPoints[index].y),
    })),
  };
}
