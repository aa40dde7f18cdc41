/** A source that is to be silent for a while, in this browser. */
export interface Snooze {
  readonly sourceId: string;
  readonly sourceName: string;
  /** Milliseconds since 1970. */
  readonly untilMs: number;
}

/** Where snoozes are kept in the browser. */
export const snoozeKey = 'vigil.snoozes';

/** Reads what was kept, leaving out what is over and what is no snooze. */
export function parseSnoozes(text: string | null, nowMs: number): Snooze[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is Snooze => isSnooze(one) && one.untilMs > nowMs) : [];
  } catch {
    return [];
  }
}

/** Snoozes with one more; a source has one at most. */
export function withSnooze(snoozes: readonly Snooze[], snooze: Snooze): Snooze[] {
  return [...snoozes.filter(({ sourceId }) => sourceId !== snooze.sourceId), snooze];
}

function isSnooze(value: unknown): value is Snooze {
  if (typeof value !== 'object' || value === null) return false;
  const { sourceId, sourceName, untilMs } = value as Partial<Snooze>;
  return typeof sourceId === 'string' && typeof sourceName === 'string' && typeof untilMs === 'number';
}
