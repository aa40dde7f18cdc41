import { expect, it } from 'vitest';
import { bytesText, numberText, percentText } from './quantities.ts';

it.each([
  [0, '0 B'],
  [940, '940 B'],
  [999.6, '1.0 kB'],
  [1_234_000_000, '1.2 GB'],
  [250_000_000, '250 MB'],
  [9e18, '9000 PB'],
])('%d bytes read as %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

it('numbers have three digits that say something', () => {
  expect([1234.4, 12.34, 0.0449, 0, -2.14159].map(numberText)).toEqual(['1,234', '12.3', '0.0449', '0', '-2.14']);
  expect([0.97441, 0.0001, 0].map(percentText)).toEqual(['97.4 %', '< 0.1 %', '0.0 %']);
});
