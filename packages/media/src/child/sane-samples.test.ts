import { expect, it } from 'vitest';
import { makeSane } from './sane-samples.ts';

it('leaves sound as it is and puts right what is none', () => {
  const samples = Float32Array.of(0, 0.5, -1.5, 4, Number.NaN, Infinity, -Infinity, 3e38);
  makeSane(samples);
  expect([...samples]).toEqual([0, 0.5, -1.5, 4, 0, 4, -4, 4]);
});
