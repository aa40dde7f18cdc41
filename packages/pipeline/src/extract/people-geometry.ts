import type { BoundingBox } from '@vigil/contracts';
import { cellCentre, type FeatureGrid, type MotionSample } from '@vigil/detection';

/** Cells slower than this show no movement of a body, picture heights a second. */
const leastHeightsPerSecond = 0.015;

/** Area of the overlap of two boxes as a share of the smaller one, 0 to 1. */
export function overlapOfSmaller(a: BoundingBox, b: BoundingBox): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  return width <= 0 || height <= 0 || smaller <= 0 ? 0 : (width * height) / smaller;
}

/** The box with a margin of a tenth of its sides and a fiftieth of the picture: where its person may be a moment later. */
export function surroundings({ left, top, width, height }: BoundingBox): BoundingBox {
  const [across, down] = [0.1 * width + 0.02, 0.1 * height + 0.02];
  return { left: left - across, top: top - down, width: width + 2 * across, height: height + 2 * down };
}

/** Number of cells in a box that move. */
export function movingCells(grid: FeatureGrid, { cells, velocityX, velocityY }: MotionSample, box: BoundingBox): number {
  let count = 0;
  cells.forEach((cell, i) => {
    if (Math.hypot(velocityX[i], velocityY[i]) < leastHeightsPerSecond) return;
    const { x, y } = cellCentre(grid, cell);
    if (x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height) count += 1;
  });
  return count;
}

/** A square tile as high (or wide) as the picture with the box as near to its middle as the picture's edges allow. */
export function tileAround(box: BoundingBox, aspect: number): BoundingBox {
  const [width, height] = aspect >= 1 ? [1 / aspect, 1] : [1, aspect];
  return {
    left: Math.min(Math.max(0, box.left + box.width / 2 - width / 2), 1 - width),
    top: Math.min(Math.max(0, box.top + box.height / 2 - height / 2), 1 - height),
    width,
    height,
  };
}
