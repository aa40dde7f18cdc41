import type { FlowSettings } from '../flow-settings.ts';
import type { PyramidLevel } from '../pyramid-levels.ts';
import { type DenseFlow, zeroFlow } from './dense-flow.ts';
import { type GrayImage, sampleImage } from './gray-image.ts';
import type { SparseFlow } from './patch-search.ts';

/**
 * Flow of every pixel: the mean over the patches that cover it, each weighted by how well it explains that very pixel
 * (Kroeger et al., equation 3). Pixels beyond the last patch of a row or column belong to it.
 */
export function densify(
  level: PyramidLevel,
  first: GrayImage,
  second: GrayImage,
  sparse: SparseFlow,
  settings: FlowSettings,
): DenseFlow {
  const { width, height, patchColumns, patchRows } = level;
  const { patchSizePixels: size, strideSizePixels: stride } = settings;
  const flow = zeroFlow(width, height);
  const weights = new Float64Array(width * height);
  const sumU = new Float64Array(width * height);
  const sumV = new Float64Array(width * height);
  for (let row = 0; row < patchRows; row++) {
    const bottom = row === patchRows - 1 ? height : row * stride + size;
    for (let column = 0; column < patchColumns; column++) {
      const right = column === patchColumns - 1 ? width : column * stride + size;
      const u = sparse.u[row * patchColumns + column];
      const v = sparse.v[row * patchColumns + column];
      for (let y = row * stride; y < bottom; y++) {
        for (let x = column * stride; x < right; x++) {
          const difference = sampleImage(second, x + u, y + v) - first.data[y * width + x];
          const weight = 1 / Math.max(1, Math.abs(difference));
          weights[y * width + x] += weight;
          sumU[y * width + x] += weight * u;
          sumV[y * width + x] += weight * v;
        }
      }
    }
  }
  for (let pixel = 0; pixel < width * height; pixel++) {
    flow.u[pixel] = sumU[pixel] / weights[pixel];
    flow.v[pixel] = sumV[pixel] / weights[pixel];
  }
  return flow;
}
