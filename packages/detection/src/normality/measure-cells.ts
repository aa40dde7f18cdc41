import type { NormalMoment } from '@vigil/contracts';
import type { FeatureGrid } from '../features/feature-grid.ts';
import type { ExemplarIndex } from '../nearest/exemplar-index.ts';
import { movingHeightsPerSecond, pathDistance } from '../scoring/moment-scorer.ts';
import { bandOf, speedBands } from '../scoring/speed-normality.ts';
import { makeDenseSample } from '../smoothing/dense-sample.ts';
import { TrajectorySmoother, type SmoothedSample } from '../smoothing/trajectory-smoother.ts';
import { rangesWithout, type ExemplarSet } from './exemplar-set.ts';
import { GrowingValues } from './growing-values.ts';
import { type LearningSource, segmentIn } from './learning-source.ts';
import { isSameSource, momentOf } from './normal-moment.ts';

/** Fastest moments that are kept as examples, and how far apart they are at least, seconds. */
const fastestKept = 24;
const fastestApartSeconds = 2;

/** How the moving cells of normal footage are distributed, each segment measured without itself. */
export interface CellMeasurements {
  readonly medianDistance: number;
  readonly speeds: GrowingValues;
  /** Speeds by band of rows, see {@link bandOf}. */
  readonly bandSpeeds: readonly GrowingValues[];
  readonly distances: GrowingValues;
  readonly fastest: readonly NormalMoment[];
}

/** Measures appearance distances of all sources and keeps them in `LearningSource.distances`. */
export async function measureDistances(source: LearningSource, index: ExemplarIndex, exemplars: ExemplarSet): Promise<void> {
  for await (const record of source.source.records()) {
    const ranges = rangesWithout(exemplars, segmentIn(source, record.seconds));
    source.distances[record.index] = record.appearance ? index.nearest(record.appearance.vectors, ranges).distances : null;
  }
}

/** Median of all measured appearance distances; 0 where none was measured. */
export function medianDistanceOf(sources: readonly LearningSource[]): number {
  const values = new GrowingValues();
  for (const { distances } of sources) for (const list of distances) list?.forEach((value) => values.push(value));
  const sorted = values.toArray().toSorted();
  return sorted.length === 0 ? 0 : sorted[sorted.length >> 1];
}

/** Speed and appearance distance along the paths of all moving cells. */
export async function measureCells(
  grid: FeatureGrid,
  sources: readonly LearningSource[],
  medianDistance: number,
): Promise<CellMeasurements> {
  const speeds = new GrowingValues();
  const bandSpeeds = Array.from({ length: speedBands }, () => new GrowingValues());
  const distances = new GrowingValues();
  let fastest: NormalMoment[] = [];
  for (const source of sources) {
    const smoother = new TrajectorySmoother(grid);
    const take = ({ sample, speed, distance, weight }: SmoothedSample): void => {
      let highest = 0;
      for (let cell = 0; cell < speed.length; cell += 1) {
        if (speed[cell] <= movingHeightsPerSecond) continue;
        speeds.push(speed[cell]);
        bandSpeeds[bandOf(grid, cell)].push(speed[cell]);
        distances.push(pathDistance(distance[cell], weight[cell], medianDistance));
        highest = Math.max(highest, speed[cell]);
      }
      if (highest > 0) fastest = keepFastest(fastest, momentOf(source.source, sample.record.seconds, highest));
    };
    for await (const record of source.source.records()) {
      smoother.push(makeDenseSample(grid, record, source.distances[record.index] ?? null)).forEach(take);
    }
    smoother.end().forEach(take);
  }
  return { medianDistance, speeds, bandSpeeds, distances, fastest };
}

/** Adds a moment to the fastest ones, of near ones only the fastest. */
export function keepFastest(fastest: readonly NormalMoment[], moment: NormalMoment): NormalMoment[] {
  if (fastest.length === fastestKept && fastest[fastestKept - 1].distance >= moment.distance) return [...fastest];
  const near = fastest.find(
    (other) => isSameSource(other, moment) && Math.abs(other.seconds - moment.seconds) < fastestApartSeconds,
  );
  if (near && near.distance >= moment.distance) return [...fastest];
  const rest = fastest.filter((other) => other !== near);
  return [...rest, moment].toSorted((a, b) => b.distance - a.distance).slice(0, fastestKept);
}
