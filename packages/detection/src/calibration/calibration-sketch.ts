import { clamp } from './clamp.ts';

/** The bulk of a distribution is kept as this many evenly spaced quantiles. */
const bulkPoints = 512;
/** The largest values are kept one by one, at most this many. */
const topPoints = 512;

/** A {@link CalibrationSketch} as plain data. */
export interface CalibrationSketchData {
  readonly count: number;
  /** Ascending. */
  readonly bulk: Float64Array;
  /** The largest values, ascending. */
  readonly top: Float64Array;
}

/** How the distribution goes on beyond what was seen. */
export interface TailSettings {
  /** Share of the calibration values beyond which the exponential tail takes over, 0 to 1. */
  readonly tailShare: number;
  /** The tail falls by 1/e over at least this much score: a distribution of few distinct values says nothing about its tail. */
  readonly leastTailScale: number;
}

/** A tail from the highest hundredth, for continuous scores. */
export const defaultTail: TailSettings = { tailShare: 0.01, leastTailScale: 0 };

/**
 * How a score is distributed in normal footage, in bounded memory, and the p-value of a new score against it.
 *
 * Up to the start of the tail this is the conformal p-value (1 + #{calibration ≥ score}) / (n + 1) (Vovk, Gammerman, Shafer,
 * "Algorithmic Learning in a Random World", 2005), interpolated between the kept values. Beyond it an exponential tail goes
 * on, so that strong scores keep their order (peaks over threshold: Coles, "An Introduction to Statistical Modeling of Extreme
 * Values", 2001, section 4.2, with shape 0).
 */
export class CalibrationSketch {
  readonly count: number;
  readonly #bulk: Float64Array;
  readonly #top: Float64Array;
  readonly #tail: TailSettings;
  readonly #tailShare: number;
  readonly #tailStart: number;
  readonly #tailScale: number;

  /** @param data - what {@link CalibrationSketch.fromValues} or {@link toData} gave */
  constructor(data: CalibrationSketchData, { tailShare, leastTailScale }: TailSettings = defaultTail) {
    this.count = data.count;
    this.#bulk = data.bulk;
    this.#top = data.top;
    // with few values the tail must still rest on a handful of them
    this.#tailShare = data.count === 0 ? 1 : clamp(Math.max(tailShare, 20 / data.count), 0, 0.5);
    this.#tailStart = this.quantile(1 - this.#tailShare);
    const spread = Math.abs(this.quantile(0.5)) * 0.05 + 1e-9;
    this.#tailScale = Math.max(this.#meanExcess(), spread, leastTailScale);
    this.#tail = { tailShare, leastTailScale };
  }

  /** The sketch of a set of scores; not-a-number is left out. */
  static fromValues(values: ArrayLike<number>, tail: TailSettings = defaultTail): CalibrationSketch {
    const sorted = Float64Array.from(values)
      .filter((value) => !Number.isNaN(value))
      .toSorted();
    return new CalibrationSketch(condense(sorted, sorted.length), tail);
  }

  /** The sketch of this footage and that of `other` together. */
  merge(other: CalibrationSketch): CalibrationSketch {
    if (other.count === 0) return this;
    if (this.count === 0) return other;
    const parts: WeightedValue[] = [this, other].flatMap((sketch) => sketch.#weighted());
    parts.sort((a, b) => a.value - b.value);
    return new CalibrationSketch(condenseWeighted(parts, this.count + other.count), this.#tail);
  }

  /** The value below which this share of the calibration scores lies. 0 for an empty sketch. */
  quantile(share: number): number {
    if (this.count === 0) return 0;
    const rank = clamp(share, 0, 1) * (this.count - 1);
    const topStart = this.count - this.#top.length;
    if (rank >= topStart) return interpolate(this.#top, rank - topStart);
    const position = topStart <= 1 ? 0 : (rank / (topStart - 1)) * (this.#bulk.length - 1);
    if (this.#bulk.length === 0 || rank > topStart - 1) return this.#top[0];
    return interpolate(this.#bulk, position);
  }

  /** Chance that normal footage gives a score as large as this, above 0 and at most 1. 1 for an empty sketch. */
  pValue(score: number): number {
    return 10 ** -this.surprise(score);
  }

  /** −log10 of the p-value; 0 for an empty sketch. */
  surprise(score: number): number {
    if (this.count === 0 || Number.isNaN(score)) return 0;
    // the count at the start of the tail, which lies between two ranks
    const atLeastStart = 1 + this.#tailShare * (this.count - 1);
    const atStart = -Math.log10((1 + atLeastStart) / (this.count + 1));
    if (score > this.#tailStart) return atStart + (score - this.#tailStart) / (this.#tailScale * Math.LN10);
    return Math.min(atStart, -Math.log10((1 + this.#countAtLeast(score)) / (this.count + 1)));
  }

  /** Largest score seen. */
  get maximum(): number {
    return this.#top.length > 0 ? this.#top[this.#top.length - 1] : 0;
  }

  /** The sketch as plain data. */
  toData(): CalibrationSketchData {
    return { count: this.count, bulk: this.#bulk, top: this.#top };
  }

  /** How far the values of the tail lie beyond its start on average: the likeliest scale of an exponential. */
  #meanExcess(): number {
    const steps = 256;
    let sum = 0;
    for (let i = 0; i < steps; i += 1) sum += this.quantile(1 - (this.#tailShare * (i + 0.5)) / steps) - this.#tailStart;
    return sum / steps;
  }

  #countAtLeast(score: number): number {
    const topStart = this.count - this.#top.length;
    // a score that equals the lowest of the top may have equals among the bulk
    if (this.#top.length > 0 && score > this.#top[0]) return this.#top.length - rankOf(this.#top, score);
    if (this.#bulk.length === 0) return this.count;
    const position = rankOf(this.#bulk, score) / Math.max(1, this.#bulk.length - 1);
    return this.#top.length + (1 - clamp(position, 0, 1)) * topStart;
  }

  /** The kept values with the number of calibration scores that each stands for. */
  #weighted(): WeightedValue[] {
    const last = this.#bulk.length - 1;
    const between = last > 0 ? (this.count - this.#top.length - 1) / last : 1;
    return [
      ...Array.from(this.#bulk, (value, i) => ({
        value,
        weight: last > 0 && (i === 0 || i === last) ? (between + 1) / 2 : between,
      })),
      ...Array.from(this.#top, (value) => ({ value, weight: 1 })),
    ];
  }
}

interface WeightedValue {
  readonly value: number;
  readonly weight: number;
}

/** Position of a score among ascending values: a whole number where it equals one, interpolated between. */
function rankOf(values: Float64Array, score: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < score) low = middle + 1;
    else high = middle;
  }
  if (low === 0 || low === values.length) return low;
  const step = values[low] - values[low - 1];
  return step > 0 ? low - 1 + (score - values[low - 1]) / step : low;
}

function interpolate(values: Float64Array, position: number): number {
  const low = Math.floor(position);
  const high = Math.min(low + 1, values.length - 1);
  return values[low] + (values[high] - values[low]) * (position - low);
}

function condense(sorted: Float64Array, count: number): CalibrationSketchData {
  const top = sorted.slice(Math.max(0, count - topPoints));
  const rest = sorted.subarray(0, count - top.length);
  if (rest.length <= bulkPoints) return { count, bulk: rest.slice(), top };
  const bulk = Float64Array.from({ length: bulkPoints }, (_, i) => interpolate(rest, (i / (bulkPoints - 1)) * (rest.length - 1)));
  return { count, bulk, top };
}

function condenseWeighted(parts: readonly WeightedValue[], count: number): CalibrationSketchData {
  const top = Float64Array.from(parts.slice(-topPoints), (part) => part.value);
  const rest = parts.slice(0, parts.length - top.length);
  if (rest.length <= bulkPoints) return { count, bulk: Float64Array.from(rest, (part) => part.value), top };
  const values = Float64Array.from(rest, (part) => part.value);
  // each value sits in the middle of the scores it stands for, else repeated merging would shift the quantiles
  const middles = new Float64Array(rest.length);
  let passed = 0;
  rest.forEach(({ weight }, i) => {
    middles[i] = passed + weight / 2;
    passed += weight;
  });
  const first = middles[0];
  const span = middles[rest.length - 1] - first;
  let at = 0;
  const bulk = Float64Array.from({ length: bulkPoints }, (_, i) => {
    const target = first + (i / (bulkPoints - 1)) * span;
    while (at < rest.length - 2 && middles[at + 1] < target) at += 1;
    return interpolate(values, at + Math.min(1, (target - middles[at]) / (middles[at + 1] - middles[at])));
  });
  return { count, bulk, top };
}
