/** Peaks nearer than this belong to one event, seconds. */
export const separateSeconds = 3;

/** A series over time. */
export interface Series {
  /** Ascending. */
  readonly seconds: Float64Array;
  readonly values: Float64Array;
}

/** Weighted mean over each value and two neighbours on either side (binomial weights 1, 4, 6, 4, 1), within gaps of at most a second. */
export function smoothSeries({ seconds, values }: Series): Float64Array {
  const weights = [6, 4, 1];
  return values.map((_, i) => {
    let sum = 0;
    let total = 0;
    for (let offset = -2; offset <= 2; offset += 1) {
      const at = i + offset;
      if (at < 0 || at >= values.length || Math.abs(seconds[at] - seconds[i]) > 1) continue;
      sum += values[at] * weights[Math.abs(offset)];
      total += weights[Math.abs(offset)];
    }
    return sum / total;
  });
}

/** Heights of the separate peaks of a series: the highest value, then the highest that is {@link separateSeconds} away from all taken ones, and so on. */
export function separatePeaks({ seconds, values }: Series): number[] {
  const candidates: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const before = i === 0 ? -Infinity : values[i - 1];
    const after = i === values.length - 1 ? -Infinity : values[i + 1];
    if (values[i] >= before && values[i] > after) candidates.push(i);
  }
  candidates.sort((a, b) => values[b] - values[a] || a - b);
  const taken = new Map<number, number[]>();
  const peaks: number[] = [];
  for (const at of candidates) {
    const slot = Math.floor(seconds[at] / separateSeconds);
    const near = [slot - 1, slot, slot + 1].flatMap((neighbour) => taken.get(neighbour) ?? []);
    if (near.some((time) => Math.abs(time - seconds[at]) < separateSeconds)) continue;
    taken.set(slot, [...(taken.get(slot) ?? []), seconds[at]]);
    peaks.push(values[at]);
  }
  return peaks;
}
