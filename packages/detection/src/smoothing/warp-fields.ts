import { cellStepHeights, type FeatureGrid } from '../features/feature-grid.ts';

/**
 * Fetches, for every cell, the values of `from` at where the cell's content was or will be: bilinear between the four cells
 * around. Where that lies outside the grid, `outside` is taken.
 *
 * @param velocityX - picture heights a second, a value a cell
 * @param seconds - signed: negative looks back along the motion, positive looks ahead
 * @param fields - pairs of equally long arrays; `from` is read, `into` is written
 */
export function warpFields(
  grid: FeatureGrid,
  velocityX: Float32Array,
  velocityY: Float32Array,
  seconds: number,
  fields: readonly { readonly from: Float32Array; readonly outside: Float32Array; readonly into: Float32Array }[],
): void {
  const { columns, rows } = grid;
  const scale = seconds / cellStepHeights;
  for (let row = 0, cell = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, cell += 1) {
      const vx = velocityX[cell];
      const vy = velocityY[cell];
      if (vx === 0 && vy === 0) {
        for (const field of fields) field.into[cell] = field.from[cell];
        continue;
      }
      const x = column + vx * scale;
      const y = row + vy * scale;
      if (!(x >= 0 && y >= 0 && x <= columns - 1 && y <= rows - 1)) {
        for (const field of fields) field.into[cell] = field.outside[cell];
        continue;
      }
      const left = Math.min(Math.floor(x), Math.max(0, columns - 2));
      const top = Math.min(Math.floor(y), Math.max(0, rows - 2));
      const wx = x - left;
      const wy = y - top;
      const base = top * columns + left;
      const right = columns > 1 ? 1 : 0;
      const below = rows > 1 ? columns : 0;
      for (const { from, into } of fields) {
        const upper = from[base] * (1 - wx) + from[base + right] * wx;
        const lower = from[base + below] * (1 - wx) + from[base + below + right] * wx;
        into[cell] = upper * (1 - wy) + lower * wy;
      }
    }
  }
}
