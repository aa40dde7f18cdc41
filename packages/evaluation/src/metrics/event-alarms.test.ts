import { describe, expect, it } from 'vitest';
import { eventDelays } from './event-alarms.ts';

describe('eventDelays', () => {
  it('counts what came in time, late and not at all', () => {
    expect(eventDelays([0.5, null, 3, -0.5], 2)).toEqual({
      delaysSeconds: [0.5, null, 3, -0.5],
      medianSeconds: 0.5,
      longestSeconds: 3,
      inTime: 2,
      events: 4,
      limitSeconds: 2,
    });
    expect(eventDelays([1, 2], 2).medianSeconds).toBe(1.5);
  });

  it('has no figures where nothing was found', () => {
    expect(eventDelays([null], 2)).toMatchObject({ medianSeconds: null, longestSeconds: null, inTime: 0, events: 1 });
  });
});
