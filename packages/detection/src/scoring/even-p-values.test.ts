import { describe, expect, it } from 'vitest';
import { type LearnedProfile, learnProfile } from '../normality/learn-profile.ts';
import { sourceOf } from '../testing/records.ts';
import { sceneGrid, walkScene } from '../testing/synthetic-walkers.ts';
import { scoreSource } from './score-source.ts';

// brisk walkers: as many independent crossings as 25 minutes of ordinary ones
const [seconds, pace] = [400, 4];
const known = walkScene(1, seconds, [], pace);
const learned = await learnProfile({
  name: 'lane',
  grid: sceneGrid,
  detectorVersion: 'd1',
  sources: [sourceOf('known', known)],
  previous: null,
});

async function pValues(records: typeof known, options: { withAppearance: boolean; self?: LearnedProfile }): Promise<number[]> {
  const moments = await Array.fromAsync(scoreSource(learned.profile, sourceOf('footage', records), options));
  return moments.map(({ fused }) => 10 ** -fused);
}

function shareBelow(values: readonly number[], level: number): number {
  return values.filter((value) => value <= level).length / values.length;
}

// at the level of 0.05 some 20 crossings lie on either side of the comparison: standard errors of about 0.015
describe('p-values of normal footage', () => {
  it('are even for footage never seen', async () => {
    const values = await pValues(walkScene(2, seconds, [], pace), { withAppearance: true });
    expect(Math.abs(shareBelow(values, 0.05) - 0.05)).toBeLessThan(0.03);
    expect(Math.abs(shareBelow(values, 0.2) - 0.2)).toBeLessThan(0.06);
    expect(Math.abs(shareBelow(values, 0.5) - 0.5)).toBeLessThan(0.1);
  });

  it('are even without the appearance model', async () => {
    const values = await pValues(walkScene(3, seconds, [], pace), { withAppearance: false });
    expect(Math.abs(shareBelow(values, 0.05) - 0.05)).toBeLessThan(0.03);
    expect(Math.abs(shareBelow(values, 0.5) - 0.5)).toBeLessThan(0.1);
  });

  it('are even for the footage that was learned, each segment measured without itself', async () => {
    const values = await pValues(known, { withAppearance: true, self: learned });
    for (const level of [0.01, 0.05, 0.2, 0.5]) expect(shareBelow(values, level)).toBeCloseTo(level, 2);
  });
});
