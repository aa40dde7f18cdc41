const shortClock = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const exactClock = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const since = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** Wall clock in the viewer's zone, to the minute. */
export function momentText(at: string | Date): string {
  return shortClock.format(new Date(at));
}

/** Wall clock to the second, with the zone. */
export function exactMomentText(at: string | Date): string {
  return exactClock.format(new Date(at));
}

/** How long ago it was: `5 minutes ago`. @param nowMs Milliseconds since 1970 */
export function sinceText(at: string, nowMs: number): string {
  const seconds = (Date.parse(at) - nowMs) / 1000;
  const size = Math.abs(seconds);
  if (size < 60) return since.format(Math.round(seconds), 'second');
  if (size < 3600) return since.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return since.format(Math.round(seconds / 3600), 'hour');
  return since.format(Math.round(seconds / 86_400), 'day');
}
