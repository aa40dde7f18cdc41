import { CalibrationSketch } from '../calibration/calibration-sketch.ts';
import { separatePeaks, smoothSeries } from '../incidents/peaks.ts';
import {
  type FusionCalibration,
  type FusionCalibrations,
  type FusionName,
  fusionNames,
  fusionsWithin,
  fusionTail,
  type JoinedSenses,
  joinSurprises,
  sensesOf,
} from '../scoring/sense-fusion.ts';
import { maximumPeaks } from './normality-profile.ts';
import type { FusedScores } from './score-moments.ts';

/** Normal footage of one source, fused. */
export interface FusedSource {
  readonly scores: FusedScores;
  readonly senses: JoinedSenses;
  /** Length of the footage, seconds. */
  readonly seconds: number;
}

/**
 * Calibrates every combination of senses on the footage that has them.
 *
 * @param fused - calibration of the picture's fused score
 * @param previous - what earlier footage gave
 */
export function learnFusions(
  sources: readonly FusedSource[],
  fused: CalibrationSketch,
  previous: FusionCalibrations | null,
): FusionCalibrations {
  const learned: Partial<Record<FusionName, FusionCalibration>> = {};
  const seen = new Set(sources.flatMap(({ senses }) => fusionsWithin(senses)));
  // in one order, whatever came first: the same profile has the same version
  for (const name of fusionNames) {
    const before = previous?.[name];
    if (before !== undefined || seen.has(name)) learned[name] = calibrate(name, sources, fused, before);
  }
  return { ...learned, picture: learned.picture ?? calibrate('picture', sources, fused, undefined) };
}

function calibrate(
  name: FusionName,
  all: readonly FusedSource[],
  fused: CalibrationSketch,
  previous: FusionCalibration | undefined,
): FusionCalibration {
  const senses = sensesOf(name);
  const sources = all.filter((source) => fusionsWithin(source.senses).includes(name));
  const series = sources.map(({ scores: { seconds, picture, pose, sound } }) => ({
    seconds,
    values: picture.map((score, i) => joinSurprises(fused.surprise(score), { pose: pose[i], sound: sound[i] }, senses)),
  }));
  const sketch =
    name === 'picture'
      ? null
      : joinedSketch(
          series.map(({ values }) => values),
          previous,
        );
  const peaks = series.flatMap(({ seconds, values }) =>
    separatePeaks({
      seconds,
      values: smoothSeries({ seconds, values: sketch ? values.map((value) => sketch.surprise(value)) : values }),
    }),
  );
  return {
    sketch: sketch?.toData() ?? null,
    peaks: Float64Array.from([...(previous?.peaks ?? []), ...peaks])
      .toSorted()
      .slice(-maximumPeaks),
    peakCount: (previous?.peakCount ?? 0) + peaks.length,
    seconds: (previous?.seconds ?? 0) + sources.reduce((sum, source) => sum + source.seconds, 0),
  };
}

function joinedSketch(values: readonly Float64Array[], previous: FusionCalibration | undefined): CalibrationSketch {
  const own = CalibrationSketch.fromValues(
    values.flatMap((part) => [...part]),
    fusionTail,
  );
  return previous?.sketch ? new CalibrationSketch(previous.sketch, fusionTail).merge(own) : own;
}
