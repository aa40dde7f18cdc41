import { expect, it } from 'vitest';
import { rowsToShow } from './chart-series.ts';

it('few rows are all shown, of many both ends and some between', () => {
  expect(rowsToShow(3, 5)).toEqual([0, 1, 2]);
  expect(rowsToShow(101, 5)).toEqual([0, 25, 50, 75, 100]);
  expect(rowsToShow(0, 5)).toEqual([]);
});
