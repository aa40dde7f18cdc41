/** A stretch of a recording without footage, media seconds. */
export interface FootageGap {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/**
 * Stretches without footage: neighbouring entries more than a second and five usual distances apart, and what is missing at either end.
 *
 * @param usualSeconds As {@link usualDistance} tells it.
 */
export function footageGaps(seconds: Float64Array, durationSeconds: number, usualSeconds: number): FootageGap[] {
  if (seconds.length === 0) return durationSeconds > 0 ? [{ startSeconds: 0, endSeconds: durationSeconds }] : [];
  const longest = Math.max(1, 5 * usualSeconds);
  const gaps: FootageGap[] = [];
  let before = 0;
  for (let entry = 0; entry <= seconds.length; entry += 1) {
    const at = entry < seconds.length ? seconds[entry] : durationSeconds;
    if (at - before > longest) gaps.push({ startSeconds: before, endSeconds: at });
    before = at;
  }
  return gaps;
}

/** Median distance of neighbouring entries, seconds; 0 where there are fewer than two. */
export function usualDistance(seconds: Float64Array): number {
  if (seconds.length < 2) return 0;
  const distances = new Float64Array(seconds.length - 1);
  for (let entry = 0; entry < distances.length; entry += 1) distances[entry] = seconds[entry + 1] - seconds[entry];
  distances.sort();
  return distances[distances.length >> 1];
}
