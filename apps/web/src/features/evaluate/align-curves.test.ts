import { expect, it } from 'vitest';
import { alignCurves } from './align-curves.ts';

it('curves share an axis and keep their steps', () => {
  const steps = { x: [0, 0, 1], y: [0, 0.5, 1] };
  const line = { x: [0, 0.5, 1], y: [0, 0.5, 1] };
  expect(alignCurves([steps, line])).toEqual({
    x: [0, 0, 0, 0.5, 1, 1],
    columns: [
      [0, 0.5, null, null, 1, null],
      [null, null, 0, 0.5, null, 1],
    ],
  });
});
