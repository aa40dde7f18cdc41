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
