import type { BoundingBox } from '@vigil/contracts';
import { expect, test } from 'vitest';
import type { DetectedObject } from '../tracks/track.ts';
import { isSeenEmpty, rememberLooks, type Look } from './recent-looks.ts';

const aspect = 16 / 9;
const place: BoundingBox = { left: 0.5, top: 0.7, width: 0.05, height: 0.1 };
const labels = ['person'];

function seen(label: string, left: number, top = 0.4): DetectedObject {
  return { label, score: 0.5, box: { left, top, width: 0.06, height: 0.4 } };
}

function looksOf(...looks: readonly (readonly DetectedObject[] | null)[]): readonly Look[] {
  return looks.reduce<readonly Look[]>((known, found, index) => rememberLooks(known, found, labels, index * 0.6), []);
}

test('a place is empty where the detector looked there several times and saw nobody', () => {
  const beside = [seen('Person', 0.6)];
  expect(isSeenEmpty(looksOf(beside, beside, beside), place, aspect)).toBe(true);
  expect(isSeenEmpty(looksOf(beside, null, null, beside, beside), place, aspect)).toBe(true);
  expect(isSeenEmpty(looksOf(beside, beside), place, aspect)).toBe(false);
});

test('a place is not empty where somebody was seen once', () => {
  const beside = [seen('Person', 0.6)];
  expect(isSeenEmpty(looksOf(beside, [seen('Person', 0.5)], beside, beside), place, aspect)).toBe(false);
  expect(isSeenEmpty(looksOf(beside, [seen('Suitcase', 0.5)], beside, beside), place, aspect)).toBe(true);
});

test('what was seen far away does not tell that the detector looked here', () => {
  const far = [seen('Person', 0.05)];
  expect(isSeenEmpty(looksOf(far, far, far, far), place, aspect)).toBe(false);
  expect(isSeenEmpty(looksOf([], [], [], []), place, aspect)).toBe(false);
});

test('looks are forgotten after some seconds', () => {
  const beside = [seen('Person', 0.6)];
  const looks = looksOf(beside, beside, beside);
  expect(isSeenEmpty(rememberLooks(looks, beside, labels, 9), place, aspect)).toBe(false);
});
