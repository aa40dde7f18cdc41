import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { FeatureRecord } from '../features/feature-record.ts';
import { learnProfile } from '../normality/learn-profile.ts';
import { randomStream } from '../testing/random.ts';
import { makeRecord, sourceOf } from '../testing/records.ts';
import { leavesAt, ordinaryWalker, sceneGrid, type Walker, walkScene } from '../testing/synthetic-walkers.ts';
import type { CalibratedMoment } from './calibrated-moment.ts';
import { scoreSource } from './score-source.ts';

const sources = [sourceOf('normal', walkScene(1, 300))];
const { profile } = await learnProfile({ name: 'lane', grid: sceneGrid, detectorVersion: 'd1', sources, previous: null });
const visitor: Walker = { ...ordinaryWalker(20, randomStream(9)), speed: 0.1, middle: 0.5 };

async function score(records: readonly FeatureRecord[], withAppearance = true): Promise<CalibratedMoment[]> {
  return Array.fromAsync(scoreSource(profile, sourceOf('new', records), { withAppearance }));
}

type Family = 'fused' | 'movement' | 'speed' | 'appearance' | 'where' | 'crowd' | 'label';

/** Highest surprise of each family while the visitor is in the picture. */
async function surprises(visitors: readonly Walker[], withAppearance = true): Promise<Record<Family, number>> {
  const moments = await score(walkScene(5, 45, visitors), withAppearance);
  const inside = moments.filter(({ moment }) => moment.record.seconds >= 20 && moment.record.seconds <= leavesAt(visitors[0]));
  const highest = (family: Family): number => Math.max(...inside.map((moment) => moment[family]));
  return {
    fused: highest('fused'),
    movement: highest('movement'),
    speed: highest('speed'),
    appearance: highest('appearance'),
    where: highest('where'),
    crowd: highest('crowd'),
    label: highest('label'),
  };
}

describe('scoreSource', () => {
  it('gives every moment once, in order', async () => {
    const records = walkScene(4, 30);
    const moments = await score(records);
    expect(moments.map(({ moment }) => moment.record)).toEqual(records);
  });

  it('gives the same bits again', async () => {
    expect(isDeepStrictEqual(await score(walkScene(4, 30)), await score(walkScene(4, 30)))).toBe(true);
  });

  it('is little surprised by one more ordinary walker', async () => {
    const { fused, where, crowd, label } = await surprises([visitor]);
    expect(fused).toBeLessThan(3);
    expect(Math.max(where, crowd, label)).toBeLessThan(2);
  });

  it('is surprised by speed', async () => {
    const { fused, speed, appearance, where } = await surprises([{ ...visitor, speed: 0.35 }]);
    expect(fused).toBeGreaterThan(5);
    expect(speed).toBeGreaterThan(5);
    expect(Math.max(appearance, where)).toBeLessThan(3);
  });

  it('is surprised by a strange look', async () => {
    const { fused, speed, appearance, where } = await surprises([{ ...visitor, look: 7 }]);
    expect(fused).toBeGreaterThan(5);
    expect(appearance).toBeGreaterThan(5);
    expect(Math.max(speed, where)).toBeLessThan(3);
  });

  it('is surprised by motion where nothing ever moves', async () => {
    const { fused, speed, where } = await surprises([{ ...visitor, middle: 0.15 }]);
    expect(where).toBeGreaterThan(4);
    expect(fused).toBeGreaterThan(3.5);
    expect(speed).toBeLessThan(3);
  });

  it('is surprised by motion against the usual direction', async () => {
    const { fused, speed, where } = await surprises([{ ...visitor, direction: -1 }]);
    expect(where).toBeGreaterThan(4);
    expect(fused).toBeGreaterThan(3.5);
    expect(speed).toBeLessThan(3);
  });

  it('is surprised by a thing of an unknown name', async () => {
    const { label, movement } = await surprises([{ ...visitor, label: 'Horse' }]);
    expect(label).toBeGreaterThan(2.5);
    expect(movement).toBeLessThan(3);
  });

  it('is surprised by a crowd', async () => {
    const crowd = Array.from({ length: 12 }, (_, i) => ({ ...visitor, startSeconds: 20 + 0.3 * i }));
    expect((await surprises(crowd)).crowd).toBeGreaterThan(4);
  });

  it('finds nothing in footage in which nothing happens', async () => {
    const still = Array.from({ length: 100 }, (_, i) => makeRecord(i, i / 5));
    const moments = await score(still);
    expect(Math.max(...moments.map(({ fused }) => fused))).toBeLessThan(0.1);
  });
});

describe('scoreSource without the appearance model', () => {
  it('drops appearance out and keeps the calibration of motion', async () => {
    const [withIt, without] = [await score(walkScene(4, 60)), await score(walkScene(4, 60), false)];
    expect(without.map(({ speed }) => speed)).toEqual(withIt.map(({ speed }) => speed));
    expect(without.map(({ where }) => where)).toEqual(withIt.map(({ where }) => where));
    expect(without.map(({ movement }) => movement)).toEqual(without.map(({ speed }) => speed));
    expect(Math.max(...without.map(({ appearance }) => appearance))).toBe(0);
  });

  it('does not see a strange look, and still sees speed', async () => {
    expect((await surprises([{ ...visitor, look: 7 }], false)).fused).toBeLessThan(3);
    expect((await surprises([{ ...visitor, speed: 0.35 }], false)).fused).toBeGreaterThan(5);
  });
});
