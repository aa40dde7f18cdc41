import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { FeatureRecord } from '../features/feature-record.ts';
import { openSketches } from '../scoring/calibrated-moment.ts';
import { makeRecord, sourceOf } from '../testing/records.ts';
import { sceneGrid, walkScene } from '../testing/synthetic-walkers.ts';
import { maximumExemplars } from './exemplar-set.ts';
import { type LearnedProfile, learnProfile } from './learn-profile.ts';
import { maximumPeaks, type NormalityProfile, sketchNames } from './normality-profile.ts';
import { addPlaces, emptyPlaces } from './place-statistics.ts';

/** Segments of sources whose length is not told, seconds. */
const segmentSeconds = 60;

const first = walkScene(1, 120);
const second = walkScene(2, 120);

function learn(
  footage: Readonly<Record<string, readonly FeatureRecord[]>>,
  { previous = null, detectorVersion = 'd1' }: { previous?: NormalityProfile | null; detectorVersion?: string | null } = {},
): Promise<LearnedProfile> {
  const sources = Object.entries(footage).map(([name, records]) => sourceOf(name, records));
  return learnProfile({ name: 'lane', grid: sceneGrid, detectorVersion, sources, previous });
}

const inOneStep = await learn({ first, second });
const inTwoSteps = await learn({ second }, { previous: (await learn({ first })).profile });
const together = inOneStep.profile;
const extended = inTwoSteps.profile;

describe('learnProfile', () => {
  it('states what it rests on', () => {
    expect(together.revision).toBe(1);
    expect(together.sources.map(({ name }) => name)).toEqual(['first', 'second']);
    expect(together.calibrationSeconds).toBeCloseTo(2 * 119.8, 6);
    expect(together.segments).toBe(4);
    expect(together.labels).toEqual({ Person: together.tracks });
    expect(together.places.samples).toBe(first.length + second.length);
    expect(together.detectorVersion).toBe('d1');
  });

  it('gives the same bits for the same footage', async () => {
    expect(isDeepStrictEqual((await learn({ first, second })).profile, together)).toBe(true);
  });

  it('calibrates every score on every moment', () => {
    const counts = sketchNames.map((name) => [name, together.sketches[name].count]);
    const moments = first.length + second.length;
    const ofMoments = ['speedScore', 'movementScore', 'appearanceScore', 'whereScore', 'crowd', 'labelScore', 'fused'];
    expect(Object.fromEntries(counts)).toMatchObject(Object.fromEntries(ofMoments.map((name) => [name, moments])));
    expect(together.sketches.dwell.count).toBe(together.tracks);
    expect(together.sketches.speed.count).toBe(together.sketches.distance.count);
    expect(together.sketches.speed.count).toBeGreaterThan(20_000);
  });

  it('knows the usual speed and the fastest moments, of near ones only one', () => {
    const { speed } = openSketches(together);
    expect(speed.quantile(0.5)).toBeCloseTo(0.1, 1);
    expect(together.fastest).toHaveLength(24);
    const speeds = together.fastest.map(({ distance }) => distance);
    expect(speeds).toEqual(speeds.toSorted((a, b) => b - a));
    expect(speeds[0]).toBeLessThan(0.25);
    const gaps = together.fastest.flatMap((a, i) =>
      together.fastest.slice(i + 1).filter((b) => a.source === b.source && Math.abs(a.seconds - b.seconds) < 2),
    );
    expect(gaps).toEqual([]);
  });

  it('keeps exemplars of moving cells in bounds', () => {
    const { segments, sources, vectors } = together.exemplars;
    expect(segments.length).toBe(maximumExemplars);
    expect(vectors).toHaveLength(maximumExemplars * 96);
    expect(new Set(sources)).toEqual(new Set([0, 1]));
    expect(new Set(segments)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('takes one segment out of the places', () => {
    const sum = [0, 1, 2, 3].map((segment) => addPlaces(together.places, inOneStep.placesWithout(segment), -1));
    expect(sum.map(({ samples }) => samples)).toEqual(new Array<number>(4).fill(300));
    expect(sum.reduce((all, part) => addPlaces(all, part), emptyPlaces(sceneGrid))).toEqual(together.places);
    expect([inOneStep.segmentOf(0, 0), inOneStep.segmentOf(0, segmentSeconds), inOneStep.segmentOf(1, 0)]).toEqual([0, 1, 2]);
  });

  it('reports progress that rises to 1, and stops where that throws', async () => {
    const done: number[] = [];
    const request = {
      name: 'lane',
      grid: sceneGrid,
      detectorVersion: null,
      previous: null,
      sources: [sourceOf('first', first.slice(0, 100))],
    };
    await learnProfile({ ...request, onProgress: (share) => done.push(share) });
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBe(1);
    const stopped = learnProfile({
      ...request,
      onProgress: () => {
        throw new Error('stopped');
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
  });

  it('learns nothing from footage in which nothing happens', async () => {
    const still = Array.from({ length: 300 }, (_, i) => makeRecord(i, i / 5));
    const { profile } = await learn({ still });
    expect([profile.tracks, profile.exemplars.segments.length, profile.sketches.speed.count, profile.medianDistance]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(profile.detectorVersion).toBeNull();
    expect(profile.calibrationSeconds).toBeCloseTo(59.8, 6);
  });

  it('learns from a source without any record', async () => {
    const { profile } = await learn({ empty: [] });
    expect([profile.calibrationSeconds, profile.segments, profile.fusions.picture.peakCount]).toEqual([0, 0, 0]);
  });

  it('does not count gaps as footage', async () => {
    const late = first.slice(0, 50).map((record) => ({ ...record, index: record.index + 50, seconds: record.seconds + 5000 }));
    const { profile } = await learn({ camera: [...first.slice(0, 50), ...late] }, { detectorVersion: null });
    expect(profile.calibrationSeconds).toBeCloseTo(2 * 9.8, 6);
  });
});

describe('a profile that is extended', () => {
  it('knows the same places, tracks, exemplars and amount of footage as one learned together', () => {
    expect(extended.revision).toBe(2);
    expect(extended.sources).toEqual(together.sources);
    expect(extended.calibrationSeconds).toBeCloseTo(together.calibrationSeconds, 9);
    expect([extended.segments, extended.tracks, extended.labels]).toEqual([together.segments, together.tracks, together.labels]);
    expect(isDeepStrictEqual(extended.places, together.places)).toBe(true);
    expect(isDeepStrictEqual(extended.exemplars, together.exemplars)).toBe(true);
    expect(extended.fastest.length).toBe(24);
  });

  it('is calibrated nearly alike', () => {
    const [one, two] = [openSketches(together), openSketches(extended)];
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(Math.abs(two.speed.quantile(share) / one.speed.quantile(share) - 1)).toBeLessThan(0.02);
      expect(Math.abs(two.distance.quantile(share) / one.distance.quantile(share) - 1)).toBeLessThan(0.1);
      expect(Math.abs(two.fused.quantile(share) - one.fused.quantile(share))).toBeLessThan(0.35);
    }
  });

  it('leaves the profile it came from as it was', async () => {
    const { profile } = await learn({ first: first.slice(0, 300) });
    const before = structuredClone(profile);
    await learn({ second: second.slice(0, 300) }, { previous: profile });
    expect(isDeepStrictEqual(profile, before)).toBe(true);
  });

  it('stays bounded however often', async () => {
    let profile: NormalityProfile | null = null;
    for (let day = 0; day < 6; day += 1) {
      const records = day % 2 === 0 ? first : second;
      profile = (await learn({ [`day ${day}`]: records.slice(0, 300) }, { previous: profile })).profile;
    }
    const sizes = sketchNames
      .map((name) => profile?.sketches[name])
      .map((data) => (data?.bulk.length ?? 0) + (data?.top.length ?? 0));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1024);
    expect(profile?.exemplars.segments.length).toBeLessThanOrEqual(maximumExemplars);
    expect(profile?.fusions.picture.peaks.length).toBeLessThanOrEqual(maximumPeaks);
    expect(profile?.fastest.length).toBeLessThanOrEqual(24);
    expect(profile?.revision).toBe(6);
  });

  it('keeps its exemplars and its calibration of appearance where the detector is missing now', async () => {
    const { profile } = await learn({ first }, { detectorVersion: 'd1' });
    const without = (await learn({ second }, { previous: profile, detectorVersion: null })).profile;
    expect(without.detectorVersion).toBe('d1');
    expect(without.sketches.distance).toEqual(profile.sketches.distance);
    expect(without.medianDistance).toBe(profile.medianDistance);
    expect(without.sketches.speed.count).toBeGreaterThan(profile.sketches.speed.count);
  });
});
