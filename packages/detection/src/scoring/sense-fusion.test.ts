import { describe, expect, it } from 'vitest';
import type { FeatureRecord, FeatureSource } from '../features/feature-record.ts';
import type { SoundSample } from '../features/sound-sample.ts';
import { alarmBudget } from '../incidents/alarm-budget.ts';
import { learnProfile } from '../normality/learn-profile.ts';
import type { NormalityProfile } from '../normality/normality-profile.ts';
import { randomStream } from '../testing/random.ts';
import { sourceOf } from '../testing/records.ts';
import { soundSamples } from '../testing/sound-samples.ts';
import { ordinaryWalker, sceneGrid, walkScene } from '../testing/synthetic-walkers.ts';
import type { CalibratedMoment } from './calibrated-moment.ts';
import { scoreSource } from './score-source.ts';
import { bestFusion, type FusionName, fusionsWithin } from './sense-fusion.ts';

/** Noise whose level wanders by a few dB. */
function murmur(seed: number, seconds: number): SoundSample[] {
  const random = randomStream(seed);
  return soundSamples(...Array.from({ length: seconds }, () => ({ seconds: 1, levelDb: -52 + 4 * random.normal() })));
}

function withSound(source: FeatureSource, samples: readonly SoundSample[]): FeatureSource {
  const track = {
    state: 'used',
    reason: null,
    heardSeconds: samples.length / 10,
    silentShare: 0,
    speechUnavailableReason: null,
  } as const;
  return { ...source, sound: { track, samples: () => samples } };
}

/** Everybody is looked for, nobody is there. */
function withPeople(records: readonly FeatureRecord[]): FeatureRecord[] {
  return records.map((record) => ({ ...record, people: [] }));
}

async function learn(sources: readonly FeatureSource[], previous: NormalityProfile | null = null): Promise<NormalityProfile> {
  const request = { name: 'lane', grid: sceneGrid, detectorVersion: 'd1', poseVersion: 'p1', sources, previous };
  return (await learnProfile(request)).profile;
}

async function score(profile: NormalityProfile, source: FeatureSource, fusion: FusionName): Promise<CalibratedMoment[]> {
  const moments: CalibratedMoment[] = [];
  for await (const moment of scoreSource(profile, source, { withAppearance: true, fusion })) moments.push(moment);
  return moments;
}

const records = walkScene(1, 300);
const silent = await learn([sourceOf('monday', records)]);
const everything = await learn([withSound(sourceOf('monday', withPeople(records)), murmur(2, 300))]);
const visitor = { ...ordinaryWalker(20, randomStream(9)), speed: 0.3, middle: 0.5, label: 'Person' };
const visit = walkScene(5, 60, [visitor]);

describe('the fusion of senses', () => {
  it('calibrates every combination that the footage has', () => {
    expect(Object.keys(silent.fusions)).toEqual(['picture']);
    expect(Object.keys(everything.fusions)).toEqual(['picture', 'picture+pose', 'picture+sound', 'picture+pose+sound']);
    for (const calibration of Object.values(everything.fusions)) expect(calibration?.seconds).toBeCloseTo(299.8, 0);
  });

  it('leaves the picture as it was where sound and bodies drop out', async () => {
    const without = await score(silent, sourceOf('visit', visit), 'picture');
    const dropped = await score(everything, sourceOf('visit', visit), 'picture');
    expect(dropped.map(({ fused }) => fused)).toEqual(without.map(({ fused }) => fused));
    expect(Math.max(...dropped.map(({ fused }) => fused))).toBeGreaterThan(5);
    const budgets = [silent, everything].map(({ fusions }) => alarmBudget(fusions.picture, 5, 'profile').thresholdSurprise);
    expect(budgets[0]).toBe(budgets[1]);
  });

  it('is surprised by what is heard alone', async () => {
    const bang = murmur(7, 60).map((sample) =>
      sample.seconds >= 40 && sample.seconds < 41 ? { ...sample, levelDb: -12, bands: sample.bands.map(() => -27) } : sample,
    );
    const heard = await score(everything, withSound(sourceOf('visit', walkScene(6, 60)), bang), 'picture+sound');
    const at = (from: number, to: number): number =>
      Math.max(
        ...heard.filter(({ moment }) => moment.record.seconds >= from && moment.record.seconds < to).map(({ fused }) => fused),
      );
    expect(at(39.8, 41.4)).toBeGreaterThan(4);
    expect(at(5, 35)).toBeLessThan(3);
  });

  it('keeps its rate of surprises when normal footage is heard', async () => {
    const moments = await score(everything, withSound(sourceOf('tuesday', walkScene(8, 120)), murmur(9, 120)), 'picture+sound');
    const rare = moments.filter(({ fused }) => fused > 1).length / moments.length;
    expect(rare).toBeLessThan(0.25);
    expect(moments.some(({ loudness }) => loudness > 0)).toBe(true);
  });

  it('learns sound later without forgetting what was seen before', async () => {
    const extended = await learn([withSound(sourceOf('tuesday', walkScene(3, 120)), murmur(4, 120))], silent);
    expect(extended.fusions.picture.seconds).toBeCloseTo(299.8 + 119.8, 0);
    expect(extended.fusions['picture+sound']?.seconds).toBeCloseTo(119.8, 0);
    expect(bestFusion(extended.fusions, { pose: true, sound: true })).toBe('picture+sound');
  });

  it('takes the largest combination that both sides have', () => {
    expect(fusionsWithin({ pose: false, sound: true })).toEqual(['picture', 'picture+sound']);
    expect(bestFusion(everything.fusions, { pose: true, sound: true })).toBe('picture+pose+sound');
    expect(bestFusion(everything.fusions, { pose: true, sound: false })).toBe('picture+pose');
    expect(bestFusion(silent.fusions, { pose: true, sound: true })).toBe('picture');
  });
});
