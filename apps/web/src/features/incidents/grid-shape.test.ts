import { expect, it } from 'vitest';
import { shapeFor } from './grid-shape.ts';

it.each([
  [366, 1],
  [720, 2],
  [1013, 4],
  [1640, 6],
])('%d pixels hold %d columns', (width, columns) => {
  expect(shapeFor(width, 100)).toMatchObject({ columns, top: 100 });
});

it('rows are as high as their pictures and words', () => {
  expect(shapeFor(500, 0).rowHeight).toBe(Math.ceil((244 * 9) / 16 + 10.4 * 16 + 12));
  expect(shapeFor(500, 0, 20).rowHeight - shapeFor(500, 0).rowHeight).toBeCloseTo(10.4 * 4, 0);
});

it('a hundred thousand lines of a phone are lower than the tallest element that browsers draw', () => {
  const { columns, isLine, rowHeight } = shapeFor(366, 0);
  expect({ columns, isLine }).toEqual({ columns: 1, isLine: true });
  expect(rowHeight * 100_000).toBeLessThan(17_800_000);
});
