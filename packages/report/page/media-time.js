/** Steps of a time axis, seconds: what people count in. */
const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400];

/**
 * Media time as `m:ss` or `h:mm:ss`, with tenths where asked for.
 *
 * @param {number} seconds
 * @param {boolean} tenths
 */
export function mediaTime(seconds, tenths) {
  const total = tenths ? Math.round(Math.abs(seconds) * 10) / 10 : Math.round(Math.abs(seconds));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const rest = (total % 60).toFixed(tenths ? 1 : 0).padStart(tenths ? 4 : 2, '0');
  const sign = seconds < 0 && total > 0 ? '−' : '';
  return hours > 0 ? `${sign}${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${sign}${minutes}:${rest}`;
}

/**
 * Ticks of a time axis, no closer together than `leastPixels`.
 *
 * @param {number} startSeconds
 * @param {number} endSeconds
 * @param {number} widthPixels
 * @param {number} leastPixels
 * @returns {{ seconds: number, label: string }[]}
 */
export function timeTicks(startSeconds, endSeconds, widthPixels, leastPixels) {
  const least = ((endSeconds - startSeconds) * leastPixels) / widthPixels;
  const step = steps.find((candidate) => candidate >= least) ?? Math.ceil(least / 86400) * 86400;
  const ticks = [];
  for (let index = Math.ceil(startSeconds / step); index * step <= endSeconds; index += 1) {
    ticks.push({ seconds: index * step, label: mediaTime(index * step, step < 1) });
  }
  return ticks;
}
