import { describe, expect, it } from 'vitest';
import { CalibrationSketch } from '../calibration/calibration-sketch.ts';
import { fuseMoment, type MomentSketches } from './calibrated-moment.ts';
import { beyond, joiningSurprise } from './joining-surprise.ts';

/** 1,000 evenly spread scores from 0 to 1. */
const even = CalibrationSketch.fromValues(Array.from({ length: 1000 }, (_, i) => i / 999));
const sketches: MomentSketches = {
  speedScore: even,
  movementScore: even,
  appearanceScore: even,
  whereScore: even,
  pace: even,
  size: even,
  crowd: even,
  labelScore: even,
  limbs: even,
  posture: even,
  loudness: even,
  oddness: even,
};
const usual = {
  speedScore: 0.5,
  movementScore: 0.5,
  appearanceScore: 0.5,
  whereScore: 0.5,
  pace: 0.5,
  size: 0.5,
  crowd: 0.5,
  labelScore: 0.5,
  limbs: NaN,
  posture: NaN,
  loudness: NaN,
  oddness: NaN,
};

describe('fuseMoment', () => {
  it('is movement alone where the others have nothing to say', () => {
    const { fusedScore, movement } = fuseMoment(sketches, usual, true);
    expect(movement).toBeCloseTo(-Math.log10(0.5), 2);
    expect(fusedScore).toBe(movement);
  });

  it.each(['whereScore', 'pace', 'size', 'crowd', 'labelScore'] as const)(
    'adds what %s has beyond the joining surprise',
    (name) => {
      const plain = fuseMoment(sketches, usual, true).fusedScore;
      expect(fuseMoment(sketches, { ...usual, [name]: 0.98 }, true).fusedScore).toBe(plain);
      const rare = fuseMoment(sketches, { ...usual, [name]: 1.05 }, true);
      expect(rare.fusedScore).toBeCloseTo(plain + even.surprise(1.05) - joiningSurprise, 10);
    },
  );

  it('takes speed for movement and nothing from appearance where that was not looked at', () => {
    const strange = { ...usual, movementScore: 1.2, appearanceScore: 1.2 };
    const { movement, speed, appearance, fusedScore } = fuseMoment(sketches, strange, false);
    expect([movement, appearance, fusedScore]).toEqual([speed, 0, speed]);
    expect(fuseMoment(sketches, strange, true).movement).toBeGreaterThan(2.5);
  });
});

describe('beyond', () => {
  it('is 0 up to the joining surprise', () => {
    expect([0, joiningSurprise, joiningSurprise + 1].map(beyond)).toEqual([0, 0, 1]);
  });
});
