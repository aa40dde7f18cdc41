import type { FeatureSource } from '../features/feature-record.ts';
import { ExemplarIndex, type ExemplarRange } from '../nearest/exemplar-index.ts';
import { rangesWithout } from '../normality/exemplar-set.ts';
import type { LearnedProfile } from '../normality/learn-profile.ts';
import { type NormalityProfile, openSketch } from '../normality/normality-profile.ts';
import { type CalibratedMoment, fuseMoment, openSketches, senseSurprises } from './calibrated-moment.ts';
import { MomentScorer } from './moment-scorer.ts';
import type { Moment } from './moment.ts';
import { scoreSound } from './score-sound.ts';
import { fusionCalibrator, type FusionName, type JoinedSenses, joinSurprises, sensesOf } from './sense-fusion.ts';
import { momentSeconds } from './sound-scores.ts';
import { SpeedNormality } from './speed-normality.ts';

/** How a source is scored. */
export interface ScoreOptions {
  /** False where the appearance model of the profile is not available now. */
  readonly withAppearance: boolean;
  /** Which senses take part beside the picture's own; none where left out. */
  readonly fusion?: FusionName | undefined;
  /** Where the source is the very footage the profile was learned from: every segment is measured without itself. */
  readonly self?: LearnedProfile | undefined;
}

/** Scores a source against a profile: its moments in order, each with calibrated surprises. */
export async function* scoreSource(
  profile: NormalityProfile,
  source: FeatureSource,
  { withAppearance, fusion = 'picture', self }: ScoreOptions,
): AsyncGenerator<CalibratedMoment> {
  const sketches = openSketches(profile);
  const appearance = withAppearance && profile.exemplars.segments.length > 0;
  const index = appearance ? new ExemplarIndex(profile.exemplars.vectors) : null;
  const rangesFor = (seconds: number): ExemplarRange[] | undefined =>
    self ? rangesWithout(profile.exemplars, self.segmentOf(0, seconds)) : undefined;
  const senses = sensesOf(fusion);
  const calibrated = fusionCalibrator(profile.fusions[fusion]);
  const heard = senses.sound
    ? await scoreSound(source.sound, profile.sound, self && ((seconds) => self.segmentOf(0, seconds)))
    : null;
  const scorer = new MomentScorer({
    grid: profile.grid,
    speed: new SpeedNormality(
      profile.grid,
      sketches.speed,
      profile.speedBands.map((band) => openSketch('speed', band)),
    ),
    distance: appearance ? sketches.distance : null,
    medianDistance: profile.medianDistance,
    tracks: profile.tracks,
    labels: profile.labels,
    placesFor: (record) => (self ? self.placesWithout(self.segmentOf(0, record.seconds)) : profile.places),
    distancesFor: (record) =>
      index && record.appearance ? index.nearest(record.appearance.vectors, rangesFor(record.seconds)).distances : null,
    soundFor: (record) => heard?.at(record.seconds, momentSeconds) ?? null,
  });
  const calibrate = (scored: Moment): CalibratedMoment => {
    const moment = takingPart(scored, senses);
    const families = fuseMoment(sketches, moment, appearance);
    const { pose, sound } = senseSurprises(families);
    const picture = sketches.fused.surprise(families.fusedScore);
    return { ...families, pose, sound, picture, moment, fused: calibrated(joinSurprises(picture, { pose, sound }, senses)) };
  };
  for await (const record of source.records()) yield* scorer.push(record).map(calibrate);
  yield* scorer.end().map(calibrate);
}

/** A moment without the measurements of senses that take no part. */
function takingPart(moment: Moment, { pose, sound }: JoinedSenses): Moment {
  if (pose && sound) return moment;
  return {
    ...moment,
    ...(pose ? {} : { limbs: NaN, posture: NaN }),
    ...(sound ? {} : { loudness: NaN, oddness: NaN }),
  };
}
