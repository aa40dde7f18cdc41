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

/** Units with their length in seconds, and how many of them are told at the most. */
const units = [
  ['second', 1, 59],
  ['minute', 60, 59],
  ['hour', 3600, 23],
  ['day', 86_400, Number.POSITIVE_INFINITY],
] as const;

/** How long ago it was: `5 minutes ago`. @param nowMs Milliseconds since 1970 */
export function sinceText(at: string, nowMs: number): string {
  const seconds = (Date.parse(at) - nowMs) / 1000;
  const [unit, length] = units.find(([, size, most]) => Math.round(Math.abs(seconds) / size) <= most) ?? units[3];
  return since.format(Math.round(seconds / length), unit);
}
