/** Delays of the alarms on events whose end state is labelled (a body that lies, say). */
export interface EventDelays {
  /** From the labelled moment to the alarm, seconds, in order of the clips; negative where it came before; null where none came. */
  readonly delaysSeconds: readonly (number | null)[];
  readonly medianSeconds: number | null;
  readonly longestSeconds: number | null;
  /** Events with an alarm no later than `limitSeconds` after the labelled moment. */
  readonly inTime: number;
  readonly events: number;
  readonly limitSeconds: number;
}

/** Sums delays up. */
export function eventDelays(delaysSeconds: readonly (number | null)[], limitSeconds: number): EventDelays {
  const found = delaysSeconds.filter((delay) => delay !== null).toSorted((a, b) => a - b);
  const middle = found.length >> 1;
  const median = found.length % 2 === 1 ? found[middle] : (found[middle - 1] + found[middle]) / 2;
  return {
    delaysSeconds,
    medianSeconds: found.length === 0 ? null : median,
    longestSeconds: found.at(-1) ?? null,
    inTime: found.filter((delay) => delay <= limitSeconds).length,
    events: delaysSeconds.length,
    limitSeconds,
  };
}
