import { type BoundingBox, VigilError } from '@vigil/contracts';
import { anchorCount } from './anchors.ts';
import { objectLabels, type ObjectLabel } from './object-labels.ts';

const centerScale = 10;
const sizeScale = 5;

/** An object as one anchor of the model sees it, before duplicates are removed. */
export interface DetectionCandidate {
  readonly label: ObjectLabel;
  /** 0 to 1. */
  readonly score: number;
  /** In fractions of the tile. */
  readonly box: BoundingBox;
}

/**
 * Reads the answers of the model: for each anchor its best class but the background, where that reaches the least score.
 *
 * @param boxes - `[1917, 4]` encoded centre y, centre x, height, width
 * @param classes - `[1917, 24]` logits
 * @param anchors - `[1917, 4]` of {@link makeAnchors}
 * @param leastScore - 0 to 1
 * @throws VigilError `inference-failed` where the answers have another size
 */
export function decodeDetections(
  boxes: Float32Array,
  classes: Float32Array,
  anchors: Float64Array,
  leastScore: number,
): DetectionCandidate[] {
  const classCount = objectLabels.length;
  if (boxes.length !== anchorCount * 4 || classes.length !== anchorCount * classCount) {
    throw new VigilError(
      'inference-failed',
      `The object detector answered with ${boxes.length} and ${classes.length} numbers; ${anchorCount} × 4 and × ${classCount} were expected`,
    );
  }
  const candidates: DetectionCandidate[] = [];
  for (let anchor = 0; anchor < anchorCount; anchor++) {
    let best = 1;
    for (let label = 2; label < classCount; label++) {
      if (classes[anchor * classCount + label] > classes[anchor * classCount + best]) best = label;
    }
    const score = 1 / (1 + Math.exp(-classes[anchor * classCount + best]));
    if (score >= leastScore)
      candidates.push({ label: objectLabels[best] as ObjectLabel, score, box: decodeBox(boxes, anchors, anchor * 4) });
  }
  return candidates;
}

function decodeBox(boxes: Float32Array, anchors: Float64Array, at: number): BoundingBox {
  const height = Math.exp(boxes[at + 2] / sizeScale) * anchors[at + 2];
  const width = Math.exp(boxes[at + 3] / sizeScale) * anchors[at + 3];
  const centerY = (boxes[at] / centerScale) * anchors[at + 2] + anchors[at];
  const centerX = (boxes[at + 1] / centerScale) * anchors[at + 3] + anchors[at + 1];
  return { left: centerX - width / 2, top: centerY - height / 2, width, height };
}
