import type { DenseFlow } from './dense-flow.ts';
import { clampTo, type GrayImage, sampleImage } from './gray-image.ts';

/** Derivatives that the refinement's data term is made of; all planes `[height, width]`, central differences over two pixels. */
export interface RefinementDerivatives {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Second frame, displaced by the flow, less the first. */
  readonly t: Float32Array;
  readonly xx: Float32Array;
  readonly xy: Float32Array;
  readonly yy: Float32Array;
  readonly xt: Float32Array;
  readonly yt: Float32Array;
}

function differenceAlong(plane: Float32Array, width: number, height: number, dx: number, dy: number): Float32Array {
  const result = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ahead = clampTo(height, y + dy) * width + clampTo(width, x + dx);
      const behind = clampTo(height, y - dy) * width + clampTo(width, x - dx);
      result[y * width + x] = plane[ahead] - plane[behind];
    }
  }
  return result;
}

/** Derivatives of the mean of the first frame and the displaced second one, and of their difference. */
export function refinementDerivatives(first: GrayImage, second: GrayImage, flow: DenseFlow): RefinementDerivatives {
  const { width, height } = first;
  const mean = new Float32Array(width * height);
  const t = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const displaced = sampleImage(second, x + flow.u[at], y + flow.v[at]);
      mean[at] = (displaced + first.data[at]) / 2;
      t[at] = displaced - first.data[at];
    }
  }
  const alongX = (plane: Float32Array): Float32Array => differenceAlong(plane, width, height, 1, 0);
  const alongY = (plane: Float32Array): Float32Array => differenceAlong(plane, width, height, 0, 1);
  const x = alongX(mean);
  const y = alongY(mean);
  return { x, y, t, xx: alongX(x), xy: alongY(x), yy: alongY(y), xt: alongX(t), yt: alongY(t) };
}
