import { expect, it } from 'vitest';
import { parseBudget } from './budget.ts';

it.each([
  ['10/day', 10],
  ['10', 10],
  ['2/hour', 48],
  ['7/week', 1],
  ['0.5', 0.5],
  [' 3/day ', 3],
])('reads %j', (text, perDay) => {
  expect(parseBudget(text)).toBeCloseTo(perDay, 9);
});

it.each(['', 'many', '0', '-1', '10/year', '10 /day', '1e3', 'Infinity', '10/day/day', '100000/hour'])('refuses %j', (text) => {
  expect(() => parseBudget(text)).toThrow(expect.objectContaining({ code: 'bad-request' }));
});
