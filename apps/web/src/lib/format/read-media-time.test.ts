import { expect, it } from 'vitest';
import { mediaSecondsOf } from './read-media-time.ts';

it('places in footage are read from clock form, plain seconds and with a comma', () => {
  expect(['1:02:03', '12:05.4', '123.5', ' 2:03,5 ', '0'].map(mediaSecondsOf)).toEqual([3723, 725.4, 123.5, 123.5, 0]);
});

it('and from nothing else', () => {
  expect(['', 'abc', '1:2:3:4', '-5', '1e3'].map(mediaSecondsOf)).toEqual([null, null, null, null, null]);
});
