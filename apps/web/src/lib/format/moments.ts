const dateAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const steps = [
  { unit: 'minute', seconds: 60, below: 3600 },
  { unit: 'hour', seconds: 3600, below: 86_400 },
  { unit: 'day', seconds: 86_400, below: Number.POSITIVE_INFINITY },
] as const;

/** A wall-clock moment in the reader's zone: `23 Nov 2026, 14:05`. @param moment ISO 8601 */
export function momentText(moment: string): string {
  return dateAndTime.format(new Date(moment));
}

/** The same to the second and with the zone. @param moment ISO 8601 */
export function exactMomentText(moment: string): string {
  return exact.format(new Date(moment));
}

/** How long ago, or in how long: `3 minutes ago`, `yesterday`, `just now`. @param moment ISO 8601 */
export function sinceText(moment: string, nowMs: number): string {
  const seconds = (Date.parse(moment) - nowMs) / 1000;
  const away = Math.abs(seconds);
  if (away < 45) return 'just now';
  const step = steps.find(({ below }) => away < below) ?? steps[2];
  return relative.format(Math.round(seconds / step.seconds), step.unit);
}
