import { expect, it } from 'vitest';
import { eventCount, isUsable, markedSeconds, withClip, withEvent } from './label-draft.ts';

const fall = { startSeconds: 2, endSeconds: 4, kind: 'fall' };

it('events are kept in the order of time', () => {
  const earlier = { startSeconds: 1, endSeconds: 1.5, kind: 'other' };
  expect(withEvent([fall], earlier)).toEqual([earlier, fall]);
  expect(markedSeconds(1.23456)).toBe(1.23);
  expect(markedSeconds(-0.01)).toBe(0);
});

it('an event lies in the video and ends after it begins', () => {
  expect(isUsable(fall, 60)).toBe(true);
  expect(isUsable({ ...fall, endSeconds: 2 }, 60)).toBe(false);
  expect(isUsable({ ...fall, endSeconds: 70 }, 60)).toBe(false);
  expect(isUsable({ ...fall, endSeconds: 70 }, null)).toBe(true);
});

it('a clip that is learned from has no events', () => {
  const clip = { videoId: 'v-1', use: 'measure', events: [fall] } as const;
  const other = { ...clip, videoId: 'v-2', events: [fall] };
  const changed = withClip([{ ...clip, events: [fall] }, other], { ...clip, use: 'learn', events: [fall] });
  expect(changed).toEqual([{ videoId: 'v-1', use: 'learn', events: [] }, other]);
  expect(eventCount(changed)).toBe(1);
});
