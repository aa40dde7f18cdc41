import { cellBytes, cellError, cellStep, hasSteps, measureErrors, measureSteps, stepOffset } from './patch-cell';
import { tensorBytes } from './patch-tensor';

const patchSize: i32 = 8;
/** Farthest that a displaced patch starts above or left of the image: one pixel of it is still inside. */
const lowestStart: f64 = -7;
/** Cells that are remembered of every patch of a band, from the first pass to the second; a power of two. */
const rememberedCells: i32 = 4;
/** Where a patch's tensor record counts the cells measured. */
const countOffset: i32 = 40;
const noCell: i32 = i32.MIN_VALUE;

// What the search of one level works on, set by `searchPatches`.
let levelWidth: i32 = 0;
let levelHeight: i32 = 0;
let firstImage: usize = 0;
let secondImage: usize = 0;
let imageStride: i32 = 0;
let gradientPlaneX: usize = 0;
let gradientPlaneY: usize = 0;
let gradientRow: i32 = 0;

// The patch under search.
let patchX: i32 = 0;
let patchY: i32 = 0;
let patchTensor: usize = 0;
let cells: usize = 0;

function clampPosition(position: f64, length: i32): f64 {
  return min(max(position, lowestStart), <f64>(length - 1));
}

/** The record of a cell: a remembered one, or one measured into the place of the oldest. */
function cellAt(cellX: i32, cellY: i32): usize {
  for (let index = 0; index < rememberedCells; index++) {
    const cell = cells + index * cellBytes;
    if (load<i32>(cell, 0) == cellX && load<i32>(cell, 4) == cellY) return cell;
  }
  const count = load<i32>(patchTensor, countOffset);
  const cell = cells + (count & (rememberedCells - 1)) * cellBytes;
  store<i32>(patchTensor, count + 1, countOffset);
  const first = firstImage + patchY * imageStride + patchX;
  measureErrors(cell, cellX, cellY, first, secondImage + cellY * imageStride + cellX, imageStride);
  return cell;
}

/** Forgets the cells of `count` patches. */
function forgetCells(scratch: usize, tensors: usize, count: i32): void {
  for (let patch = 0; patch < count; patch++) store<i32>(tensors + patch * tensorBytes, 0, countOffset);
  for (let index = 0; index < count * rememberedCells; index++) store<i32>(scratch + index * cellBytes, noCell);
}

function errorAt(u: f32, v: f32): f64 {
  const x = clampPosition(<f64>patchX + <f64>u, levelWidth);
  const y = clampPosition(<f64>patchY + <f64>v, levelHeight);
  return cellError(cellAt(<i32>floor(x), <i32>floor(y)), x - floor(x), y - floor(y));
}

/** Gradient descent from the flow at `sparseU` and `sparseV`, which it updates unless the result is a patch size away. */
function descend(sparseU: usize, sparseV: usize, steps: i32): void {
  const startU = <f64>load<f32>(sparseU);
  const startV = <f64>load<f32>(sparseV);
  let u = startU;
  let v = startV;
  let lowest: f64 = Infinity;
  let step = 0;
  while (step < steps) {
    const x = clampPosition(<f64>patchX + u, levelWidth);
    const y = clampPosition(<f64>patchY + v, levelHeight);
    const left = floor(x);
    const top = floor(y);
    const cell = cellAt(<i32>left, <i32>top);
    if (!hasSteps(cell)) {
      const gradient = patchY * gradientRow + 2 * patchX;
      measureSteps(
        cell,
        firstImage + patchY * imageStride + patchX,
        secondImage + <i32>top * imageStride + <i32>left,
        imageStride,
        gradientPlaneX + gradient,
        gradientPlaneY + gradient,
        gradientRow,
        patchTensor,
      );
    }
    const isClamped = x != <f64>patchX + u || y != <f64>patchY + v;
    let fx = x - left;
    let fy = y - top;
    let stays = true;
    while (stays) {
      const error = cellError(cell, fx, fy);
      const stepX = cellStep(cell + stepOffset, fx, fy);
      const stepY = cellStep(cell + stepOffset + 32, fx, fy);
      u -= stepX;
      v -= stepY;
      fx -= stepX;
      fy -= stepY;
      step += 1;
      if (error >= lowest) step = steps;
      lowest = error;
      stays = step < steps && !isClamped && fx >= 0 && fx < 1 && fy >= 0 && fy < 1;
    }
  }
  const awayU = u - startU;
  const awayV = v - startV;
  if (awayU * awayU + awayV * awayV <= <f64>(patchSize * patchSize)) {
    store<f32>(sparseU, <f32>u);
    store<f32>(sparseV, <f32>v);
  }
}

/** Takes over the flow of a neighbour, `offset` bytes further, where it explains the patch better than `lowest`; returns the lower error. */
function tryNeighbour(sparseU: usize, sparseV: usize, offset: i32, lowest: f64): f64 {
  const u = load<f32>(sparseU + offset);
  const v = load<f32>(sparseV + offset);
  const error = errorAt(u, v);
  if (error >= lowest) return lowest;
  store<f32>(sparseU, u);
  store<f32>(sparseV, v);
  return error;
}

/**
 * Inverse search of every patch (Kroeger et al., ECCV 2016, section 2.1): bands of patch rows on their own, each once in reading
 * order and once backwards; a patch starts from the best of its own flow and that of the two neighbours done before it.
 * `sparseU` and `sparseV`: float32 `[patchRows, patchColumns]`, the initial flow on entry, the flow found on return.
 * `scratch`: four cell records for every patch of a band.
 */
export function searchPatches(
  first: usize,
  second: usize,
  stride: i32,
  width: i32,
  height: i32,
  gradientX: usize,
  gradientY: usize,
  gradientStride: i32,
  tensors: usize,
  patchColumns: i32,
  patchRows: i32,
  patchStride: i32,
  bandRows: i32,
  stepsPerPass: i32,
  sparseU: usize,
  sparseV: usize,
  scratch: usize,
): void {
  levelWidth = width;
  levelHeight = height;
  firstImage = first;
  secondImage = second;
  imageStride = stride;
  gradientPlaneX = gradientX;
  gradientPlaneY = gradientY;
  gradientRow = gradientStride;
  for (let bandStart = 0; bandStart < patchRows; bandStart += bandRows) {
    const bandEnd = min(bandStart + bandRows, patchRows);
    const count = (bandEnd - bandStart) * patchColumns;
    forgetCells(scratch, tensors + bandStart * patchColumns * tensorBytes, count);
    for (let pass = 0; pass < 2; pass++) {
      const direction = 1 - 2 * pass;
      let row = pass == 0 ? bandStart : bandEnd - 1;
      let column = pass == 0 ? 0 : patchColumns - 1;
      for (let index = 0; index < count; index++) {
        const at = row * patchColumns + column;
        const u = sparseU + 4 * at;
        const v = sparseV + 4 * at;
        patchX = column * patchStride;
        patchY = row * patchStride;
        patchTensor = tensors + at * tensorBytes;
        cells = scratch + (at - bandStart * patchColumns) * rememberedCells * cellBytes;
        const isFirstColumn = index % patchColumns == 0;
        const isFirstRow = index < patchColumns;
        let lowest = errorAt(load<f32>(u), load<f32>(v));
        if (!isFirstColumn) lowest = tryNeighbour(u, v, -4 * direction, lowest);
        if (!isFirstRow) lowest = tryNeighbour(u, v, -4 * direction * patchColumns, lowest);
        descend(u, v, stepsPerPass);
        column += direction;
        if (column < 0 || column == patchColumns) {
          row += direction;
          column = pass == 0 ? 0 : patchColumns - 1;
        }
      }
    }
  }
}
