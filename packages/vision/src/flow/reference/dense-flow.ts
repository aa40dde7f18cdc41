import { clampTo } from './gray-image.ts';

/** Flow of one pyramid level, in pixels of that level; both planes `[height, width]`. */
export interface DenseFlow {
  readonly width: number;
  readonly height: number;
  readonly u: Float32Array;
  readonly v: Float32Array;
}

/** Flow that is zero everywhere. */
export function zeroFlow(width: number, height: number): DenseFlow {
  return { width, height, u: new Float32Array(width * height), v: new Float32Array(width * height) };
}

/** One component of a flow at the pixel (x, y) of a larger `width` × `height` grid: bilinear between pixel centres. */
function enlargedAt(flow: DenseFlow, plane: Float32Array, x: number, y: number, width: number, height: number): number {
  const sourceX = clampTo(flow.width, ((x + 0.5) * flow.width) / width - 0.5);
  const sourceY = clampTo(flow.height, ((y + 0.5) * flow.height) / height - 0.5);
  const left = Math.floor(sourceX);
  const top = Math.floor(sourceY);
  const right = Math.min(left + 1, flow.width - 1);
  const bottom = Math.min(top + 1, flow.height - 1);
  const shareX = sourceX - left;
  const shareY = sourceY - top;
  const upper = plane[top * flow.width + left] * (1 - shareX) + plane[top * flow.width + right] * shareX;
  const lower = plane[bottom * flow.width + left] * (1 - shareX) + plane[bottom * flow.width + right] * shareX;
  return upper * (1 - shareY) + lower * shareY;
}

/** The flow on a larger grid, its vectors `factor` times as long. */
export function enlargeFlow(flow: DenseFlow, width: number, height: number, factor: number): DenseFlow {
  const enlarged = zeroFlow(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      enlarged.u[y * width + x] = factor * enlargedAt(flow, flow.u, x, y, width, height);
      enlarged.v[y * width + x] = factor * enlargedAt(flow, flow.v, x, y, width, height);
    }
  }
  return enlarged;
}
