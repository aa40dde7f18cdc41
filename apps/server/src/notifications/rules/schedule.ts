import { type Schedule, VigilError } from '@vigil/contracts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Whether a schedule holds at a moment, by the clocks of its time zone. @param atMs Milliseconds since 1970 */
export function isWithin({ timeZone, days, from, to }: Schedule, atMs: number): boolean {
  const { day, time } = localTime(timeZone, atMs);
  if (from === to) return days.includes(day);
  if (from < to) return days.includes(day) && time >= from && time < to;
  const dayBefore = day === 1 ? 7 : day - 1;
  return (days.includes(day) && time >= from) || (days.includes(dayBefore) && time < to);
}

/** @throws VigilError `bad-request` for a time zone that is none */
export function requireTimeZone(timeZone: string): void {
  try {
    formatOf(timeZone);
  } catch (error) {
    const text = `${JSON.stringify(timeZone)} is no time zone; name one such as Europe/Berlin`;
    throw new VigilError('bad-request', text, { timeZone }, error);
  }
}

/** Day of the week, 1 for Monday, and `HH:MM`. */
function localTime(timeZone: string, atMs: number): { readonly day: number; readonly time: string } {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, value]),
  );
  return { day: weekdays.indexOf(parts.get('weekday') ?? '') + 1, time: `${parts.get('hour')}:${parts.get('minute')}` };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}
