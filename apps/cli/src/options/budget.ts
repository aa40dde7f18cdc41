import { VigilError } from '@vigil/contracts';

/** The alarm budget where the user names none, incidents a day. */
export const defaultIncidentsPerDay = 5;

const daysInUnit = { hour: 1 / 24, day: 1, week: 7 } as const;
const mostIncidentsPerDay = 24 * 3600;

/**
 * Reads an alarm budget: `10/day`, `2/hour`, `3/week`, or `10`, which is a day's.
 *
 * @returns Incidents a day, above 0.
 * @throws VigilError `bad-request`
 */
export function parseBudget(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(?:\/(hour|day|week))?$/.exec(text.trim());
  const perDay = match === null ? Number.NaN : Number(match[1]) / daysInUnit[(match[2] ?? 'day') as keyof typeof daysInUnit];
  if (perDay > 0 && perDay <= mostIncidentsPerDay) return perDay;
  throw new VigilError(
    'bad-request',
    `--budget ${JSON.stringify(text)} is no alarm budget; write 10/day, 2/hour or 3/week, above 0 and at most ${mostIncidentsPerDay} a day`,
    { budget: text },
  );
}
