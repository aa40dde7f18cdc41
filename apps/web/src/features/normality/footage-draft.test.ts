import { expect, it } from 'vitest';
import { footageOf, problemOf, totalSeconds, wholeVideo } from './footage-draft.ts';

const whole = wholeVideo({ id: 'v-1', name: 'gate.mp4', durationSeconds: 125.36 });

it('a whole video is asked for without a range', () => {
  expect(whole).toMatchObject({ from: '0:00', to: '2:05.4' });
  expect(problemOf(whole)).toBeNull();
  expect(footageOf(whole)).toEqual({ videoId: 'v-1', startSeconds: null, endSeconds: null });
});

it('a stretch is asked for in seconds, and an end that is not given is that of the video', () => {
  expect(footageOf({ ...whole, from: '0:30', to: '1:30' })).toEqual({ videoId: 'v-1', startSeconds: 30, endSeconds: 90 });
  expect(footageOf({ ...whole, from: '12.5', to: '' })).toEqual({ videoId: 'v-1', startSeconds: 12.5, endSeconds: null });
  expect(
    totalSeconds([
      { ...whole, from: '0:30', to: '1:30' },
      { ...whole, from: '0:25.4', to: '' },
    ]),
  ).toBeCloseTo(159.96);
});

it('says which end is wrong', () => {
  expect(problemOf({ ...whole, from: 'x' })).toBe('from');
  expect(problemOf({ ...whole, to: 'x' })).toBe('to');
  expect(problemOf({ ...whole, from: '1:00', to: '0:59' })).toBe('order');
});
