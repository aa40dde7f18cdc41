const noBreak = '\u00a0';

/** Media time as `m:ss.t` or `h:mm:ss.t`; tenths are cut where `tenths` is false. */
export function formatMediaTime(seconds: number, tenths = true): string {
  const sign = seconds < 0 ? '−' : '';
  const total = tenths ? Math.round(Math.abs(seconds) * 10) / 10 : Math.round(Math.abs(seconds));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const rest = (total % 60).toFixed(tenths ? 1 : 0).padStart(tenths ? 4 : 2, '0');
  return hours > 0 ? `${sign}${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${sign}${minutes}:${rest}`;
}

/** A length of time in words of at most two units, held together by no-break spaces: `4.2 s`, `1 min 19 s`, `2 h 5 min`, `3 days 4 h`. */
export function formatDuration(seconds: number): string {
  if (seconds < 10) return `${trimZero(seconds.toFixed(1))}${noBreak}s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${noBreak}s`;
  if (whole < 3600) return join(Math.floor(whole / 60), 'min', whole % 60, 's');
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return join(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(seconds / 3600);
  const days = Math.floor(hours / 24);
  return join(days, days === 1 ? 'day' : 'days', hours % 24, 'h');
}

function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? [large, largeUnit].join(noBreak) : [large, largeUnit, small, smallUnit].join(noBreak);
}

function trimZero(text: string): string {
  return text.replace(/\.0$/, '');
}
