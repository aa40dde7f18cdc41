import type { GrayPicture } from './apply-fault.ts';

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `[size, size]` smooth noise, 0 to 1, that repeats at its edges; `size` is a power of two. */
export function smoothNoise(seed: number, size: number): Float32Array {
  const random = mulberry(seed);
  const step = 16;
  const knots = size / step;
  const values = Float32Array.from({ length: knots * knots }, random);
  const into = new Float32Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [kx, ky] = [Math.floor(x / step), Math.floor(y / step)];
      const [fx, fy] = [(x % step) / step, (y % step) / step];
      const at = (i: number, j: number): number => values[((ky + j) % knots) * knots + ((kx + i) % knots)];
      into[y * size + x] = (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy;
    }
  }
  return into;
}

/** Gaussian blur, rows then columns, cut at three standard deviations; edges are repeated. */
export function gaussianBlur({ width, height, data }: GrayPicture, sigma: number): GrayPicture {
  const radius = Math.ceil(3 * sigma);
  const kernel = Float32Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)));
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  const rows = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        sum += kernel[k + radius] * data[y * width + Math.min(width - 1, Math.max(0, x + k))];
      }
      rows[y * width + x] = sum / total;
    }
  }
  const into = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        sum += kernel[k + radius] * rows[Math.min(height - 1, Math.max(0, y + k)) * width + x];
      }
      into[y * width + x] = Math.round(sum / total);
    }
  }
  return { width, height, data: into };
}
