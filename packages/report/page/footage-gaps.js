/**
 * Stretches without footage: where neighbouring frames are further apart than a second and than five usual distances,
 * and what is missing at either end.
 *
 * @param {ArrayLike<number>} times media times of the analysed frames, ascending, seconds
 * @param {number} startSeconds
 * @param {number} endSeconds
 * @returns {{ startSeconds: number, endSeconds: number }[]}
 */
export function footageGaps(times, startSeconds, endSeconds) {
  if (times.length === 0) return endSeconds > startSeconds ? [{ startSeconds, endSeconds }] : [];
  const longest = Math.max(1, 5 * usualDistance(times));
  const gaps = [];
  let before = startSeconds;
  for (let index = 0; index <= times.length; index += 1) {
    const seconds = index < times.length ? /** @type {number} */ (times[index]) : endSeconds;
    if (seconds - before > longest) gaps.push({ startSeconds: before, endSeconds: seconds });
    before = seconds;
  }
  return gaps;
}

/**
 * Median distance of neighbouring frames, seconds; 0 for fewer than two.
 *
 * @param {ArrayLike<number>} times
 */
export function usualDistance(times) {
  if (times.length < 2) return 0;
  const distances = new Float64Array(times.length - 1);
  for (let index = 1; index < times.length; index += 1) {
    distances[index - 1] = /** @type {number} */ (times[index]) - /** @type {number} */ (times[index - 1]);
  }
  return /** @type {number} */ (distances.sort()[distances.length >> 1]);
}
