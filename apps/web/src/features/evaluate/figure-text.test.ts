import { expect, it } from 'vitest';
import { differenceText, figureText } from './figure-text.ts';

it('figures have their units, and unknown ones a dash', () => {
  expect(figureText('microAuc', 0.91234)).toBe('0.912');
  expect(figureText('f1 fall', 1)).toBe('1.000');
  expect(figureText('anomalousShare', 0.25)).toBe('25.0 %');
  expect(figureText('medianDelaySeconds', 1.25)).toMatch(/^1\.[23]\ss$/);
  expect(figureText('testClips', 40)).toBe('40');
  expect(figureText('microAuc', null)).toBe('–');
});

it('differences have a sign', () => {
  expect([0.05, -0.05, 0].map((value) => differenceText('microAuc', value))).toEqual(['+0.050', '−0.050', '±0.000']);
  expect(differenceText('microAuc', null)).toBe('–');
});
