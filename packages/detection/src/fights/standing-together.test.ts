import { describe, expect, it } from 'vitest';
import { areWithinReach } from './standing-together.ts';

const person = { left: 0.4, top: 0.3, width: 0.1, height: 0.4 };
const aspect = 16 / 9;

describe('areWithinReach', () => {
  it.each([
    ['side by side', { ...person, left: 0.51 }, true],
    ['in each other’s arms', { ...person, left: 0.45 }, true],
    ['half a body height apart', { ...person, left: 0.5 + 0.19 / aspect }, true],
    ['a body height apart', { ...person, left: 0.5 + 0.4 / aspect }, false],
    ['one on the ground before the other', { left: 0.42, top: 0.6, width: 0.2, height: 0.2 }, true],
    ['one far behind the other', { left: 0.45, top: 0.3, width: 0.03, height: 0.12 }, false],
    ['the same person seen twice', { ...person, left: 0.41 }, false],
    ['a person and the upper half of that person', { ...person, height: 0.2 }, false],
  ])('%s', (_, other, expected) => {
    expect(areWithinReach(person, other, aspect)).toBe(expected);
    expect(areWithinReach(other, person, aspect)).toBe(expected);
  });
});
