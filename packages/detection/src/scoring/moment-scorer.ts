import type { CalibrationSketch } from '../calibration/calibration-sketch.ts';
import type { FeatureGrid } from '../features/feature-grid.ts';
import type { FeatureRecord } from '../features/feature-record.ts';
import {
  directionOf,
  directionSurprise,
  overallDirections,
  placeOf,
  placeSurprise,
  type PlaceStatistics,
} from '../normality/place-statistics.ts';
import { makeDenseSample } from '../smoothing/dense-sample.ts';
import { TrajectorySmoother, type SmoothedSample } from '../smoothing/trajectory-smoother.ts';
import type { SoundScores } from './sound-scores.ts';
import type { CellScore, Moment } from './moment.ts';
import { PaceMeter } from './pace-measure.ts';
import { PoseMeter, type PoseMeasures } from './pose-measure.ts';
import type { SpeedNormality } from './speed-normality.ts';

/** Mean motion below this is noise, picture heights a second. */
export const movingHeightsPerSecond = 0.0104;

/** A moment's score is the mean over this many highest cells. [M] UCSD Ped2: one cell loses 0.1 points of AUC. */
const highestCells = 5;

/** Weight of the assumed appearance where little was measured along a path, in moments. */
const distancePrior = 0.05;

/** What the scorer measures a source against. */
export interface CellNormality {
  readonly grid: FeatureGrid;
  readonly speed: SpeedNormality;
  /** Null where appearance is not available. */
  readonly distance: CalibrationSketch | null;
  readonly medianDistance: number;
  readonly tracks: number;
  readonly labels: Readonly<Record<string, number>>;
  /** Where things move, as seen by footage other than that of this record. */
  placesFor(record: FeatureRecord): PlaceStatistics;
  /** Appearance distances of the record's cells; null where it was not looked at. */
  distancesFor(record: FeatureRecord): Float32Array | null;
  /** How the source sounds at a record; null where it has no sound. */
  soundFor(record: FeatureRecord): SoundScores | null;
}

/** Appearance distance along a path from the weighted sums of the smoother. */
export function pathDistance(weightedDistance: number, weight: number, medianDistance: number): number {
  return (weightedDistance + medianDistance * distancePrior) / (weight + distancePrior);
}

/** Turns records into moments with raw scores. Answers come late by the smoother's look-ahead. */
export class MomentScorer {
  readonly #normality: CellNormality;
  readonly #smoother: TrajectorySmoother;
  readonly #pose: PoseMeter;
  readonly #pace: PaceMeter;
  /** Measured bodies and pace of the records that the smoother holds, by number of the record. */
  readonly #bodies = new Map<number, PoseMeasures>();
  readonly #paces = new Map<number, number>();
  #overall: { readonly places: PlaceStatistics; readonly directions: Float64Array } | null = null;

  constructor(normality: CellNormality) {
    this.#normality = normality;
    this.#smoother = new TrajectorySmoother(normality.grid);
    this.#pose = new PoseMeter(normality.grid.aspect);
    this.#pace = new PaceMeter(normality.grid);
  }

  /** Takes the next record; gives the moments that are finished by it, in order. */
  push(record: FeatureRecord): Moment[] {
    const bodies = this.#pose.push(record);
    if (bodies) this.#bodies.set(record.index, bodies);
    this.#paces.set(record.index, this.#pace.push(record));
    const sample = makeDenseSample(this.#normality.grid, record, this.#normality.distancesFor(record));
    return this.#smoother.push(sample).map((smoothed) => this.#score(smoothed));
  }

  /** Gives the moments that still wait; the source has ended. */
  end(): Moment[] {
    return this.#smoother.end().map((smoothed) => this.#score(smoothed));
  }

  #directionsOf(places: PlaceStatistics): Float64Array {
    if (this.#overall?.places !== places) this.#overall = { places, directions: overallDirections(places) };
    return this.#overall.directions;
  }

  #score(smoothed: SmoothedSample): Moment {
    const { grid, speed, distance, medianDistance } = this.#normality;
    const { record, velocityX, velocityY } = smoothed.sample;
    const places = this.#normality.placesFor(record);
    const overall = this.#directionsOf(places);
    const cells: CellScore[] = [];
    for (let cell = 0; cell < smoothed.speed.length; cell += 1) {
      const pathSpeed = smoothed.speed[cell];
      if (pathSpeed <= movingHeightsPerSecond) continue;
      const apart = pathDistance(smoothed.distance[cell], smoothed.weight[cell], medianDistance);
      const place = placeOf(grid, places, cell);
      const moves = velocityX[cell] !== 0 || velocityY[cell] !== 0;
      cells.push({
        cell,
        speed: pathSpeed,
        distance: apart,
        speedSurprise: speed.surprise(cell, pathSpeed),
        distanceSurprise: distance ? distance.surprise(apart) : 0,
        placeSurprise: moves ? placeSurprise(places, place) : 0,
        directionSurprise: moves ? directionSurprise(places, overall, place, directionOf(velocityX[cell], velocityY[cell])) : 0,
        velocityX: velocityX[cell],
        velocityY: velocityY[cell],
      });
    }
    const movementCells = highest(cells, (cell) => cell.speedSurprise + cell.distanceSurprise);
    const whereCells = highest(cells, (cell) => Math.max(cell.placeSurprise, cell.directionSurprise));
    const rare = this.#rarestLabel(record);
    const bodies = this.#bodies.get(record.index);
    this.#bodies.delete(record.index);
    const pace = this.#paces.get(record.index) ?? 0;
    this.#paces.delete(record.index);
    const sound = this.#normality.soundFor(record);
    return {
      record,
      speedScore: meanOf(
        highest(cells, (cell) => cell.speedSurprise),
        (cell) => cell.speedSurprise,
      ),
      movementScore: meanOf(movementCells, (cell) => cell.speedSurprise + cell.distanceSurprise),
      speedPart: meanOf(movementCells, (cell) => cell.speedSurprise),
      appearancePart: meanOf(movementCells, (cell) => cell.distanceSurprise),
      appearanceScore: meanOf(
        highest(cells, (cell) => cell.distanceSurprise),
        (cell) => cell.distanceSurprise,
      ),
      whereScore: meanOf(whereCells, (cell) => Math.max(cell.placeSurprise, cell.directionSurprise)),
      pace,
      size: largestSize(record),
      crowd: record.tracks.length,
      labelScore: rare.surprise,
      rareLabel: rare.label,
      limbs: bodies?.limbs ?? NaN,
      posture: bodies?.posture ?? NaN,
      limbsPersonId: bodies?.limbsPersonId ?? null,
      posturePersonId: bodies?.posturePersonId ?? null,
      loudness: sound?.loudness ?? NaN,
      oddness: sound?.oddness ?? NaN,
      movementCells,
      whereCells,
    };
  }

  #rarestLabel(record: FeatureRecord): { label: string | null; surprise: number } {
    const { labels, tracks } = this.#normality;
    let rarest: { label: string | null; surprise: number } = { label: null, surprise: 0 };
    for (const { label } of record.tracks) {
      if (label === null) continue;
      const surprise = -Math.log10((1 + (labels[label] ?? 0)) / (1 + tracks));
      if (surprise > rarest.surprise) rarest = { label, surprise };
    }
    return rarest;
  }
}

function highest(cells: readonly CellScore[], value: (cell: CellScore) => number): CellScore[] {
  const best: { cell: CellScore; value: number }[] = [];
  for (const cell of cells) {
    const own = value(cell);
    if (best.length === highestCells && own <= best[highestCells - 1].value) continue;
    let at = best.length;
    while (at > 0 && best[at - 1].value < own) at -= 1;
    best.splice(at, 0, { cell, value: own });
    if (best.length > highestCells) best.pop();
  }
  return best.map((entry) => entry.cell);
}

/** Sum over the cells divided by the full number, so that one lone cell counts less than an object of five. */
function meanOf(cells: readonly CellScore[], value: (cell: CellScore) => number): number {
  return cells.reduce((sum, cell) => sum + value(cell), 0) / highestCells;
}

/** A track younger than this has no reliable size yet, seconds. */
const youngestSeconds = 0.8;

/** Square root of the largest thing's share of the picture. */
function largestSize({ tracks }: FeatureRecord): number {
  const grown = tracks.filter(({ ageSeconds }) => ageSeconds >= youngestSeconds);
  return Math.max(0, ...grown.map(({ box }) => Math.sqrt(box.width * box.height)));
}
