import { describe, expect, it } from 'vitest';
import { digitalSilence, soundSamples, type SoundStretch, tone } from '../testing/sound-samples.ts';
import { SoundLearner } from './sound-learner.ts';
import { maximumShapes, type SoundNormality } from './sound-normality.ts';
import { SoundScorer } from './sound-scorer.ts';

function learn(stretches: readonly SoundStretch[], previous: SoundNormality | null = null): SoundNormality {
  const learner = new SoundLearner(previous);
  soundSamples(...stretches).forEach((sample) => learner.push(sample, 'yard', Math.floor(sample.seconds / 20)));
  const learned = learner.finish();
  if (learned === null) throw new Error('nothing was learned');
  return learned;
}

const noise: SoundStretch = { seconds: 60, levelDb: -50 };
const hum = tone(60, -45, () => 300, 4);
const sampleOf = (stretch: SoundStretch) => soundSamples({ ...stretch, seconds: 0.1 })[0];

describe('SoundScorer', () => {
  it('measures how much louder than usual a sample is', () => {
    const scorer = new SoundScorer(learn([noise]));
    const usual = scorer.scores(sampleOf(noise)).loudness;
    expect(usual).toBeLessThan(1);
    expect(scorer.scores(sampleOf({ seconds: 1, levelDb: -30 })).loudness).toBeCloseTo(20 + usual, 0);
  });

  it('measures how unlike normal sound a spectrum is, whatever its level', () => {
    const scorer = new SoundScorer(learn([noise]));
    expect(scorer.scores(sampleOf({ seconds: 1, levelDb: -20 })).oddness).toBe(0);
    expect(scorer.scores(sampleOf(hum)).oddness).toBeGreaterThan(8);
    expect(new SoundScorer(learn([noise, hum])).scores(sampleOf(hum)).oddness).toBe(0);
    expect(scorer.scores(sampleOf(digitalSilence(1))).oddness).toBe(0);
  });

  it('can measure a segment without itself', () => {
    const learned = learn([noise, { ...hum, seconds: 20 }]);
    const scorer = new SoundScorer(learned);
    expect(scorer.scores(sampleOf(hum), 3).oddness).toBeGreaterThan(8);
    expect(scorer.scores(sampleOf(hum), 0).oddness).toBe(0);
  });
});

describe('SoundLearner', () => {
  it('keeps a bounded sample, the same when learned at once or extended', () => {
    const minutes = Array.from({ length: 5 }, (_, i) => ({ ...noise, levelDb: -50 + i }));
    const learned = learn(minutes);
    expect(learned.segments.length).toBe(maximumShapes);
    expect(learned.level.count).toBe(3000);
    expect(learned.seconds).toBeCloseTo(300);
    const extended = learn([hum], learned);
    expect(extended.segments.length).toBe(maximumShapes);
    expect(extended.level.count).toBe(3600);
    expect(new SoundScorer(extended).scores(sampleOf(hum)).oddness).toBe(0);
  });

  it('learns nothing from nothing, and not from what is missing', () => {
    const learner = new SoundLearner();
    soundSamples({ seconds: 5, like: { missingShare: 1 } }).forEach((sample) => learner.push(sample, 'yard', 0));
    expect(learner.finish()).toBeNull();
  });
});
