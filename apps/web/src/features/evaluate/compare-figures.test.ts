import { expect, it } from 'vitest';
import { compareFigures, comparisonInWords, figureName } from './compare-figures.ts';

const before = {
  microAuc: 0.9,
  falseAlarmsPerHour: 4,
  alarmsPerHour: 10,
  medianDelaySeconds: null,
  'f1 fall': 0.8,
  testClips: 5,
};
const after = {
  microAuc: 0.85,
  falseAlarmsPerHour: 2,
  alarmsPerHour: 8,
  medianDelaySeconds: 1.2,
  'f1 fall': 0.8001,
  testClips: 5,
};

it('every figure has its own direction', () => {
  const verdicts = Object.fromEntries(compareFigures(before, after).map(({ name, verdict }) => [name, verdict]));
  expect(verdicts).toEqual({
    microAuc: 'worse',
    falseAlarmsPerHour: 'better',
    // fewer alarms are good or bad depending on which are left out
    alarmsPerHour: 'neither',
    medianDelaySeconds: 'unknown',
    'f1 fall': 'same',
    testClips: 'same',
  });
});

it('a worse run says so first', () => {
  expect(comparisonInWords(compareFigures(before, after))).toBe(
    'This run is worse in one figure: Frame AUC, all frames together. It is better in one figure: False alarms an hour.',
  );
  expect(comparisonInWords(compareFigures(before, before))).toMatch(/Nothing/);
});

it('a figure that only one run has is shown and judged by nobody', () => {
  expect(compareFigures({ old: 1 }, { fresh: 2 })).toEqual([
    { name: 'fresh', before: null, after: 2, difference: null, verdict: 'unknown' },
    { name: 'old', before: 1, after: null, difference: null, verdict: 'unknown' },
  ]);
});

it('figures of kinds are named by their kind', () => {
  expect(['f1 fall', 'clipAuc hard fall', 'microAuc', 'odd'].map(figureName)).toEqual([
    'F1 of fall',
    'Clip AUC of hard fall',
    'Frame AUC, all frames together',
    'odd',
  ]);
});
