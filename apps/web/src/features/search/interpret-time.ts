/** A span of time and the words that named it. */
export interface NamedSpan {
  readonly from: Date;
  readonly before: Date;
  readonly words: string;
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const hourMs = 3_600_000;

function dayOf(at: Date, offset = 0): Date {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + offset);
}

function wholeDay(start: Date): Pick<NamedSpan, 'from' | 'before'> {
  return { from: start, before: dayOf(start, 1) };
}

/** `12:30`; null for what is no time of day. */
function atTime(day: Date, clock: string): Date | null {
  const [hours, minutes] = clock.split(':').map(Number);
  if (hours > 24 || minutes > 59) return null;
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes);
}

const patterns: readonly {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, now: Date) => Pick<NamedSpan, 'from' | 'before'> | null;
}[] = [
  { pattern: /\btoday\b/, read: (_match, now) => wholeDay(dayOf(now)) },
  { pattern: /\byesterday\b/, read: (_match, now) => wholeDay(dayOf(now, -1)) },
  {
    pattern: /\blast (\d{1,3}) (minute|hour|day|week)s?\b/,
    read: ([, count, unit], now) => {
      const unitMs = { minute: hourMs / 60, hour: hourMs, day: 24 * hourMs, week: 168 * hourMs }[unit as 'minute'];
      return { from: new Date(now.getTime() - Number(count) * unitMs), before: new Date(now.getTime() + hourMs / 60) };
    },
  },
  {
    pattern: /\blast (hour|week|month)\b/,
    read: ([, unit], now) => {
      const spanMs = { hour: hourMs, week: 168 * hourMs, month: 720 * hourMs }[unit as 'hour'];
      return { from: new Date(now.getTime() - spanMs), before: new Date(now.getTime() + hourMs / 60) };
    },
  },
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/,
    read: ([, year, month, day]) => {
      const start = new Date(Number(year), Number(month) - 1, Number(day));
      return start.getMonth() === Number(month) - 1 ? wholeDay(start) : null;
    },
  },
  {
    pattern: new RegExp(String.raw`\b(${days.join('|')})\b`),
    // the last one that has begun
    read: ([, name], now) => wholeDay(dayOf(now, -((now.getDay() - days.indexOf(name) + 7) % 7))),
  },
];

const clockSpan = /\b(\d{1,2}:\d{2})\s*(?:-|–|to)\s*(\d{1,2}:\d{2})\b/;

/** Finds the span of time that a query names, in the viewer's own time zone. `rest` is what remains of the query. */
export function interpretTime(query: string, now: Date): { readonly span: NamedSpan | null; readonly rest: string } {
  let rest = query;
  let day: Pick<NamedSpan, 'from' | 'before'> | null = null;
  const words: string[] = [];
  for (const { pattern, read } of patterns) {
    const match = pattern.exec(rest);
    const span = match === null ? null : read(match, now);
    if (match === null || span === null) continue;
    day = span;
    words.push(match[0]);
    rest = rest.replace(match[0], ' ');
    break;
  }
  const clock = clockSpan.exec(rest);
  if (clock !== null) {
    const base = day?.from ?? dayOf(now);
    const [from, before] = [atTime(base, clock[1]), atTime(base, clock[2])];
    if (from !== null && before !== null) {
      words.push(clock[0]);
      rest = rest.replace(clock[0], ' ');
      // 22:00–02:00 goes over midnight
      day = { from, before: before > from ? before : new Date(before.getTime() + 24 * hourMs) };
    }
  }
  return { span: day === null ? null : { ...day, words: words.join(' ') }, rest };
}
