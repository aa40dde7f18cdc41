import type { SceneEdges } from './scene-reference.ts';
import { coarseCellPixels, type TileGrid } from './tile-grid.ts';

/** By how much the view of a camera moved. */
export interface ViewShift {
  /** How far the scene moved in the picture, fractions of its width and height, x to the right and y down. */
  readonly x: number;
  readonly y: number;
  /** Likeness of the edges at this shift and without any, −1 to 1. */
  readonly likeness: number;
  readonly likenessUnmoved: number;
}

/** Largest shift that is looked for, share of the picture's side. */
const largestShare = 0.4;
/** Gradient that counts half, gray levels a cell: strong edges must not outvote all others. */
const halfStrength = 4;

interface EdgeField {
  readonly columns: number;
  readonly rows: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/**
 * Looks for the shift at which a picture's edges are most like the reference's: normalised correlation of saturated gradients over the
 * overlap, first at every second cell, then around the best place at every cell.
 */
export function findViewShift(reference: SceneEdges, now: SceneEdges, grid: TileGrid): ViewShift {
  const [fineReference, fineNow] = [saturated(reference, grid), saturated(now, grid)];
  const [coarseReference, coarseNow] = [halved(fineReference), halved(fineNow)];
  const [reachX, reachY] = [Math.floor(coarseNow.columns * largestShare), Math.floor(coarseNow.rows * largestShare)];
  const rough = best(coarseReference, coarseNow, 0, 0, reachX, reachY);
  const exact = best(fineReference, fineNow, 2 * rough.x, 2 * rough.y, 2, 2);
  return {
    x: (exact.x * coarseCellPixels) / grid.width,
    y: (exact.y * coarseCellPixels) / grid.height,
    likeness: exact.likeness,
    likenessUnmoved: likenessAt(fineReference, fineNow, 0, 0),
  };
}

function best(
  reference: EdgeField,
  now: EdgeField,
  aroundX: number,
  aroundY: number,
  reachX: number,
  reachY: number,
): { readonly x: number; readonly y: number; readonly likeness: number } {
  let found = { x: 0, y: 0, likeness: -Infinity };
  for (let y = aroundY - reachY; y <= aroundY + reachY; y++) {
    for (let x = aroundX - reachX; x <= aroundX + reachX; x++) {
      const likeness = likenessAt(reference, now, x, y);
      if (likeness > found.likeness) found = { x, y, likeness };
    }
  }
  return found;
}

/** Likeness of the overlap where the scene moved by (shiftX, shiftY) cells. Written without anything that allocates: it runs a thousand times. */
function likenessAt(reference: EdgeField, now: EdgeField, shiftX: number, shiftY: number): number {
  const { columns, rows, x: nowX, y: nowY } = now;
  const { x: referenceX, y: referenceY } = reference;
  const left = Math.max(0, shiftX);
  const right = Math.min(columns, columns + shiftX);
  const bottom = Math.min(rows, rows + shiftY);
  const offset = -shiftY * columns - shiftX;
  let product = 0;
  let nowEnergy = 0;
  let referenceEnergy = 0;
  for (let row = Math.max(0, shiftY); row < bottom; row++) {
    const end = row * columns + right;
    for (let at = row * columns + left; at < end; at++) {
      const x = nowX[at];
      const y = nowY[at];
      const rx = referenceX[at + offset];
      const ry = referenceY[at + offset];
      product += x * rx + y * ry;
      nowEnergy += x * x + y * y;
      referenceEnergy += rx * rx + ry * ry;
    }
  }
  return product / Math.sqrt(nowEnergy * referenceEnergy + 1e-6);
}

function saturated({ gradientX, gradientY }: SceneEdges, { columns, rows }: TileGrid): EdgeField {
  const field = { columns, rows, x: new Float32Array(columns * rows), y: new Float32Array(columns * rows) };
  for (let at = 0; at < gradientX.length; at++) {
    const [x, y] = [gradientX[at], gradientY[at]];
    const scale = 1 / (Math.sqrt(x * x + y * y) + halfStrength);
    field.x[at] = x * scale;
    field.y[at] = y * scale;
  }
  return field;
}

function halved({ columns, rows, x, y }: EdgeField): EdgeField {
  const [halfColumns, halfRows] = [columns >> 1, rows >> 1];
  const half = {
    columns: halfColumns,
    rows: halfRows,
    x: new Float32Array(halfColumns * halfRows),
    y: new Float32Array(halfColumns * halfRows),
  };
  for (let row = 0; row < halfRows; row++) {
    for (let column = 0; column < halfColumns; column++) {
      const [from, into] = [2 * row * columns + 2 * column, row * halfColumns + column];
      half.x[into] = x[from] + x[from + 1] + x[from + columns] + x[from + columns + 1];
      half.y[into] = y[from] + y[from + 1] + y[from + columns] + y[from + columns + 1];
    }
  }
  return half;
}
