/**
 * Stretches without footage: where neighbouring entries are further apart than those with footage between them ever are, and what is
 * missing at either end.
 *
 * @param {ArrayLike<number>} times media times of the entries, ascending, seconds
 * @param {{ startSeconds: number, endSeconds: number }} whole
 * @param {number} longestStep seconds
 * @returns {{ startSeconds: number, endSeconds: number }[]}
 */
export function footageGaps(times, { startSeconds, endSeconds }, longestStep) {
  if (times.length === 0) return endSeconds > startSeconds ? [{ startSeconds, endSeconds }] : [];
  const gaps = [];
  let before = startSeconds;
  for (let index = 0; index <= times.length; index += 1) {
    const seconds = index < times.length ? /** @type {number} */ (times[index]) : endSeconds;
    if (seconds - before > longestStep) gaps.push({ startSeconds: before, endSeconds: seconds });
    before = seconds;
  }
  return gaps;
}
