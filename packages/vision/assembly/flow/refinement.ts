import { equatePixels } from './equations';
import { relaxPixels } from './relaxation';

/**
 * Variational refinement of the flow on a board, from its constraints: fixed-point iterations, each of which builds the equations
 * about the current flow and relaxes them. Within an iteration the equations and all sweeps run through the rows together, each one
 * row behind the one before it: this gives what one after the other would, while the rows stay in the cache.
 */
export function refine(
  width: i32,
  height: i32,
  halfSmoothness: f32,
  halfBrightness: f32,
  halfGradient: f32,
  fixedPointIterations: i32,
  relaxationIterations: i32,
  records: usize,
  recordColourBytes: i32,
  recordStride: i32,
  equations: usize,
  equationColourBytes: i32,
  equationStride: i32,
  board: usize,
  boardColourBytes: i32,
  boardStride: i32,
  valid: usize,
  validStride: i32,
): void {
  const vectors = (width + 7) >> 3;
  const smoothness = f32x4.splat(halfSmoothness);
  const brightness = f32x4.splat(halfBrightness);
  const gradient = f32x4.splat(halfGradient);
  const sweeps = 2 * relaxationIterations;
  for (let iteration = 0; iteration < fixedPointIterations; iteration++) {
    for (let front = 0; front < height + sweeps - 1; front++) {
      if (front < height) {
        equatePixels(
          front,
          front == height - 1,
          vectors,
          smoothness,
          brightness,
          gradient,
          records,
          recordColourBytes,
          recordStride,
          equations,
          equationColourBytes,
          equationStride,
          board,
          boardColourBytes,
          boardStride,
          valid,
          validStride,
        );
      }
      const latest = min(front, sweeps - 1);
      for (let sweep = max(0, front - height + 1); sweep <= latest; sweep++) {
        relaxPixels(
          front - sweep,
          sweep & 1,
          vectors,
          equations,
          equationColourBytes,
          equationStride,
          board,
          boardColourBytes,
          boardStride,
        );
      }
    }
  }
}
