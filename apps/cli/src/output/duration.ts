/** A time left in the words of a clock: `0:07`, `12:40`, `1:02:03`. Fractions of a second count up. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const lastTwo = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${lastTwo}` : `${minutes}:${lastTwo}`;
}

/** A media time to a tenth of a second: `0:07.3`, `1:02:03.0`. */
export function formatMediaTime(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10));
  return `${formatClock(Math.floor(tenths / 10))}.${tenths % 10}`;
}
