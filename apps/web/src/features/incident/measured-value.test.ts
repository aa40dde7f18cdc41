import { describe, expect, it } from 'vitest';
import { measuredValue, oddsOf } from './measured-value.ts';

const yesNo = ['yes', 'no'] as const;

describe('a measured value', () => {
  it.each([
    ['speedHeightsPerSecond', 0.1234, 'Speed', '0.123\u00a0picture heights/s'],
    ['topSpeedBodyLengthsPerSecond', 3, 'Top speed', '3\u00a0body lengths/s'],
    ['torsoTiltDegrees', 71.26, 'Torso tilt', '71.3°'],
    ['lyingSeconds', 12, 'Lying', '12\u00a0s'],
    ['sinceSeconds', 72.5, 'Since', '1:12.5'],
    ['coveredShare', 0.456, 'Covered', '46 %'],
    ['peakDb', -12.3, 'Peak', '-12.3\u00a0dB'],
    ['oddness', 12_345.6, 'Oddness', '12,346'],
    ['rarestLabel', 'suitcase', 'Rarest label', 'suitcase'],
    ['tooSmallToJudge', true, 'Too small to judge', 'yes'],
  ] as const)('%s of %s reads %s: %s', (name, value, label, shown) => {
    expect(measuredValue(name, value, yesNo)).toEqual({ label, value: shown });
  });
});

it.each([
  [0.7, 'usual'],
  [0.014, '71'],
  [3.2e-5, '31,000'],
  [1e-9, 'rarest'],
])('the p-value %d has the odds %s', (pValue, odds) => expect(oddsOf(pValue)).toBe(odds));
