import type { FeatureGrid } from '../features/feature-grid.ts';
import type { DenseSample } from './dense-sample.ts';
import { warpFields } from './warp-fields.ts';

/** A moment whose values are averaged along the paths of what moves. */
export interface SmoothedSample {
  readonly sample: DenseSample;
  /** Mean speed along the path through each cell, picture heights a second. */
  readonly speed: Float32Array;
  /** Weighted sum of appearance distances along the path, and the sum of weights. */
  readonly distance: Float32Array;
  readonly weight: Float32Array;
}

/** Settings of {@link TrajectorySmoother}. */
export interface TrajectorySettings {
  /** The weight of a moment falls to 1/e over this time, forwards and backwards alike. Seconds. */
  readonly timeConstantSeconds: number;
  /** A gap longer than this ends all paths, seconds. */
  readonly maximumGapSeconds: number;
  /** Moments that are answered at once. */
  readonly blockSamples: number;
  /** Moments that are looked ahead beyond the block; the answer comes that much later. */
  readonly lookAheadSamples: number;
}

/** Settings that fit any source: [M] on UCSD Ped2, speed alone, 0.28 to 1.2 s differ by less than 0.3 points of AUC. */
export const defaultTrajectorySettings: TrajectorySettings = {
  timeConstantSeconds: 0.45,
  maximumGapSeconds: 1,
  blockSamples: 50,
  lookAheadSamples: 20,
};

interface Fields {
  /** Whether any motion was measured on this side. */
  readonly known: boolean;
  /** The share that the moment itself has in its own average: 1 where its path begins, 0 where it was not measured. */
  readonly share: number;
  readonly speed: Float32Array;
  readonly distance: Float32Array;
  readonly weight: Float32Array;
}

/**
 * Averages values along the paths of what moves. A walker's swinging leg is fast for a moment, its body is not; a cyclist is
 * fast all the way. Following the optical flow from moment to moment, forwards and backwards, and averaging with exponential
 * weights tells them apart without having to track anything by name.
 *
 * Works in blocks with a bounded look-ahead, so that memory is bounded and the answer does not depend on how samples arrive.
 */
export class TrajectorySmoother {
  readonly #grid: FeatureGrid;
  readonly #settings: TrajectorySettings;
  readonly #waiting: DenseSample[] = [];
  /** Forward averages of the waiting samples. */
  readonly #forward: Fields[] = [];
  #last: { readonly sample: DenseSample; readonly fields: Fields } | null = null;

  constructor(grid: FeatureGrid, settings: TrajectorySettings = defaultTrajectorySettings) {
    this.#grid = grid;
    this.#settings = settings;
  }

  /** Takes the next moment; gives the moments that are finished by it, in order, mostly none. */
  push(sample: DenseSample): SmoothedSample[] {
    const fields = this.#step(sample, this.#last, -1);
    this.#last = { sample, fields };
    this.#waiting.push(sample);
    this.#forward.push(fields);
    const { blockSamples, lookAheadSamples } = this.#settings;
    return this.#waiting.length < blockSamples + lookAheadSamples ? [] : this.#finish(blockSamples);
  }

  /** Gives the moments that still wait; the source has ended. */
  end(): SmoothedSample[] {
    const rest = this.#finish(this.#waiting.length);
    this.#last = null;
    return rest;
  }

  #finish(count: number): SmoothedSample[] {
    const finished: SmoothedSample[] = [];
    let next: { readonly sample: DenseSample; readonly fields: Fields } | null = null;
    for (let i = this.#waiting.length - 1; i >= 0; i -= 1) {
      const sample = this.#waiting[i];
      const backward: Fields = this.#step(sample, next, 1);
      next = { sample, fields: backward };
      if (i < count) finished.push(combine(sample, this.#forward[i], backward));
    }
    this.#waiting.splice(0, count);
    this.#forward.splice(0, count);
    return finished.toReversed();
  }

  /** The share that the moment itself has in its own average, given the time to its neighbour. */
  #shareOf(a: DenseSample, b: DenseSample): number {
    const gap = Math.abs(a.record.seconds - b.record.seconds);
    return gap > this.#settings.maximumGapSeconds ? 1 : 1 - Math.exp(-gap / this.#settings.timeConstantSeconds);
  }

  #step(
    sample: DenseSample,
    neighbour: { readonly sample: DenseSample; readonly fields: Fields } | null,
    direction: 1 | -1,
  ): Fields {
    const measured = sample.record.motion !== null;
    const time = neighbour ? this.#shareOf(sample, neighbour.sample) : 1;
    if (!neighbour?.fields.known || time === 1) {
      return { known: measured, share: measured ? 1 : 0, speed: sample.speed, distance: sample.distance, weight: sample.weight };
    }
    // a moment without a measurement has no weight of its own
    const share = measured ? time : 0;
    const gap = Math.abs(sample.record.seconds - neighbour.sample.record.seconds);
    const length = sample.speed.length;
    const fields: Fields = {
      known: true,
      share,
      speed: new Float32Array(length),
      distance: new Float32Array(length),
      weight: new Float32Array(length),
    };
    warpFields(this.#grid, sample.velocityX, sample.velocityY, direction * gap, [
      { from: neighbour.fields.speed, outside: sample.speed, into: fields.speed },
      { from: neighbour.fields.distance, outside: sample.distance, into: fields.distance },
      { from: neighbour.fields.weight, outside: sample.weight, into: fields.weight },
    ]);
    for (const name of ['speed', 'distance', 'weight'] as const) {
      const values = fields[name];
      const own = sample[name];
      for (let cell = 0; cell < length; cell += 1) values[cell] += share * (own[cell] - values[cell]);
    }
    return fields;
  }
}

/**
 * Adds the two one-sided averages and takes out the moment itself, which both of them count. Where nothing was measured on
 * one side, up to this moment included, the other side speaks alone.
 */
function combine(sample: DenseSample, before: Fields, after: Fields): SmoothedSample {
  const forward = before.known ? before : after;
  const backward = after.known ? after : before;
  const share = Math.max(forward.share, backward.share);
  const length = sample.speed.length;
  const result = {
    sample,
    speed: new Float32Array(length),
    distance: new Float32Array(length),
    weight: new Float32Array(length),
  };
  for (const name of ['speed', 'distance', 'weight'] as const) {
    const [into, a, b, own] = [result[name], forward[name], backward[name], sample[name]];
    for (let cell = 0; cell < length; cell += 1) into[cell] = Math.max(0, (a[cell] + b[cell] - share * own[cell]) / (2 - share));
  }
  return result;
}
