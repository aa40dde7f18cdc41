import type { FlowField } from '../flow-field.ts';

/**
 * Mean distance in pixels between the vectors of two flows, over the pixels that count; 0 where none does.
 *
 * @param other - `[height, width, 2]`, as the flow's own data.
 */
export function meanEndpointDifference(
  flow: FlowField,
  other: Float32Array,
  counts: (x: number, y: number) => boolean = () => true,
): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < flow.height; y++) {
    for (let x = 0; x < flow.width; x++) {
      if (!counts(x, y)) continue;
      const at = 2 * (y * flow.width + x);
      sum += Math.hypot(flow.data[at] - other[at], flow.data[at + 1] - other[at + 1]);
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}
