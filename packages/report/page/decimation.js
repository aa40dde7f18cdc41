/**
 * Index of the first time that is not before `seconds`.
 *
 * @param {ArrayLike<number>} times ascending
 * @param {number} seconds
 */
export function firstIndexFrom(times, seconds) {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {number} */ (times[middle]) < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Smallest and largest value in each column of pixels, NaN in columns without any. However many points a video has, no
 * peak is lost and what is drawn is bounded by the width of the screen.
 *
 * @param {ArrayLike<number>} times ascending
 * @param {ArrayLike<number>} values NaN where there is none
 * @param {number} startSeconds left edge of the first column
 * @param {number} endSeconds right edge of the last column
 * @param {number} columns
 * @returns {{ least: Float32Array, most: Float32Array }}
 */
export function columnExtremes(times, values, startSeconds, endSeconds, columns) {
  const least = new Float32Array(columns).fill(NaN);
  const most = new Float32Array(columns).fill(NaN);
  const columnsPerSecond = columns / (endSeconds - startSeconds);
  for (let index = firstIndexFrom(times, startSeconds); index < times.length; index += 1) {
    const seconds = /** @type {number} */ (times[index]);
    if (seconds > endSeconds) break;
    const value = /** @type {number} */ (values[index]);
    if (Number.isNaN(value)) continue;
    const column = Math.min(columns - 1, Math.floor((seconds - startSeconds) * columnsPerSecond));
    if (!(/** @type {number} */ (least[column]) <= value)) least[column] = value;
    if (!(/** @type {number} */ (most[column]) >= value)) most[column] = value;
  }
  return { least, most };
}
