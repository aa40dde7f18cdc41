/** Waits after the first, second, … attempt, seconds. After the attempt that follows the last one, a delivery has failed. */
const waitsSeconds = [5, 30, 120, 600, 1800, 7200, 21_600];

/** Attempts that a delivery has in all. */
const mostAttempts = waitsSeconds.length + 1;

/** Longest wait, milliseconds. */
export const longestWaitMs = 21_600_000;

/**
 * How long to wait before the next attempt, milliseconds; null where there is none. A receiver that says when to come back is
 * believed, up to the longest wait.
 *
 * @param attempts Attempts made so far, at least 1.
 * @param chance 0 to 1: spreads the waits of many deliveries by a tenth up and down.
 */
export function retryDelayMs(attempts: number, retryAfterSeconds: number | null, chance: number): number | null {
  if (attempts >= mostAttempts) return null;
  const ownMs = waitsSeconds[attempts - 1] * 1000 * (0.9 + 0.2 * chance);
  return Math.min(longestWaitMs, Math.max(ownMs, (retryAfterSeconds ?? 0) * 1000));
}
