import { describe, expect, it } from 'vitest';
import { FlickerMeter, type FlickerReport } from './flicker-meter.ts';
import { texturedFrame } from './testing/textured-frame.ts';

/** What is reported after three seconds of ten pictures a second. */
function meter(gain: (seconds: number) => number): FlickerReport {
  const flicker = new FlickerMeter();
  for (let index = 0; index < 30; index++) flicker.add(texturedFrame({ seconds: index / 10, gain: gain(index / 10) }));
  return flicker.report();
}

describe('FlickerMeter', () => {
  it('counts how often the light alternates', () => {
    const { share, swingsPerSecond } = meter((seconds) => (Math.floor(seconds * 5) % 2 === 0 ? 1 : 0.7));
    expect(share).toBe(1);
    expect(swingsPerSecond).toBeCloseTo(5, 0);
  });

  it('does not take a switched lamp, dusk or a steady light for flicker', () => {
    const none = { share: 0, swingsPerSecond: 0 };
    expect(meter(() => 1)).toEqual(none);
    expect(meter((seconds) => 1 - seconds / 5)).toEqual(none);
    expect(meter((seconds) => (seconds >= 1.2 && seconds < 2 ? 0.6 : 1))).toEqual(none);
  });
});
