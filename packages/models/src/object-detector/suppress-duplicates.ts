import { type BoundingBox, intersectionOverUnion } from '@vigil/contracts';
import type { ObjectDetection } from './object-detection.ts';
import { fromTile } from './tiles.ts';
import type { DetectionCandidate } from './decode-detections.ts';

const sameObjectOverlap = 0.5;
/** A box at the inner edge of a tile is a cut-off piece when this part of it lies in a box of another tile. */
const cutOffPart = 0.6;
const edgeDistance = 0.02;

interface Placed {
  readonly detection: ObjectDetection;
  readonly tile: number;
  readonly isCut: boolean;
}

/**
 * Removes what was seen twice: per class, of boxes whose overlap is more than half of their union only the best stays (non-maximum suppression); of an
 * object on the border of tiles the pieces go when another tile has more of it.
 *
 * @param tiles - the tiles, in fractions of the picture
 * @param candidates - for each tile what was seen in it
 * @returns best first, in fractions of the picture
 */
export function suppressDuplicates(
  tiles: readonly BoundingBox[],
  candidates: readonly (readonly DetectionCandidate[])[],
): ObjectDetection[] {
  const placed = candidates.flatMap((ofTile, tile) =>
    ofTile.map(({ label, score, box }): Placed => {
      return { detection: { label, score, box: fromTile(tiles[tile], box) }, tile, isCut: touchesInnerEdge(tiles[tile], box) };
    }),
  );
  const kept: Placed[] = [];
  for (const one of placed.toSorted((a, b) => b.detection.score - a.detection.score)) {
    const isKnown = kept.some(
      (other) => other.detection.label === one.detection.label && isSameObject(other.detection.box, one.detection.box),
    );
    if (!isKnown) kept.push(one);
  }
  return kept.filter((one) => !one.isCut || !kept.some((other) => isMoreOf(other, one))).map(({ detection }) => detection);
}

function isSameObject(a: BoundingBox, b: BoundingBox): boolean {
  return intersectionOverUnion(a, b) > sameObjectOverlap;
}

function touchesInnerEdge(tile: BoundingBox, box: BoundingBox): boolean {
  return (
    (tile.left > 0 && box.left < edgeDistance) ||
    (tile.top > 0 && box.top < edgeDistance) ||
    (tile.left + tile.width < 1 - 1e-9 && box.left + box.width > 1 - edgeDistance) ||
    (tile.top + tile.height < 1 - 1e-9 && box.top + box.height > 1 - edgeDistance)
  );
}

function isMoreOf(whole: Placed, piece: Placed): boolean {
  if (whole.tile === piece.tile || whole.detection.label !== piece.detection.label) return false;
  const [a, b] = [whole.detection.box, piece.detection.box];
  if (a.width * a.height <= b.width * b.height) return false;
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 && width * height >= cutOffPart * b.width * b.height;
}
