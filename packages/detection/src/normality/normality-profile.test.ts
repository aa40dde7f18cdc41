import { describe, expect, it } from 'vitest';
import { sketchValues } from './normality-profile.ts';

describe('sketchValues', () => {
  it('is hardly surprised by a tilt that differs by no more than tilts are measured, and much by somebody who lies', () => {
    // footage in which everybody stands upright
    const upright = sketchValues(
      'posture',
      Array.from({ length: 700 }, (_, i) => (4.3 * i) / 699),
    );
    expect(upright.surprise(4.3)).toBeGreaterThan(1.5);
    expect(upright.surprise(11)).toBeLessThan(3.2);
    expect(upright.surprise(80)).toBeGreaterThan(10);
  });
});
