const noBreak = '\u00a0';

/**
 * Media time as `m:ss` or `h:mm:ss`.
 *
 * @param seconds Media time.
 * @param digits Digits after the second, 0 to 2.
 */
export function mediaTime(seconds: number, digits: 0 | 1 | 2 = 0): string {
  const scale = 10 ** digits;
  const total = Math.round(Math.abs(seconds) * scale) / scale;
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const rest = (total % 60).toFixed(digits).padStart(digits === 0 ? 2 : digits + 3, '0');
  const sign = seconds < 0 && total > 0 ? '−' : '';
  return hours > 0 ? `${sign}${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${sign}${minutes}:${rest}`;
}

/** A length of time in at most two units, held together: `4.2 s`, `1 min 19 s`, `2 h 5 min`, `3 d 4 h`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${Number(seconds.toFixed(1))}${noBreak}s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${noBreak}s`;
  if (whole < 3600) return two(Math.floor(whole / 60), 'min', whole % 60, 's');
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return two(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(seconds / 3600);
  return two(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

function two(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const parts = small === 0 ? [large, largeUnit] : [large, largeUnit, small, smallUnit];
  return parts.join(noBreak);
}
