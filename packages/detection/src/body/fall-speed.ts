import type { BodyMoment } from './body-history.ts';

/** Speeds are taken over at least and at most so long, seconds: shorter is noise, longer hides the fall in what goes before. */
const [shortestStep, longestStep] = [0.35, 0.65];

/** How somebody came down. Speeds in lengths of the own body a second. */
export interface FallSpeed {
  /** Fastest fall of the shoulders; null where the pose does not tell. */
  readonly shoulders: number | null;
  /** Fastest fall of the upper edge of the box. */
  readonly top: number;
  /** By how much the shoulders, or else the upper edge of the box, came down in all, body lengths. */
  readonly drop: number;
}

/**
 * Measures a descent.
 *
 * @param moments - from before it to after it, oldest first
 * @param before - the seconds before, up to the last upright moment: how long the body is
 */
export function fallSpeed(moments: readonly BodyMoment[], before: readonly BodyMoment[]): FallSpeed {
  const boxLength = Math.max(...before.map(({ height }) => height));
  const poseLength = Math.max(...before.map(({ pose }) => pose?.lengthHeights ?? 0));
  const shoulders = poseLength > 0 ? steepest(moments, ({ pose }) => pose?.shoulderY ?? null) : null;
  const drops = [fallenBy(moments, ({ top }) => top) / boxLength];
  if (poseLength > 0) drops.push(fallenBy(moments, ({ pose }) => pose?.shoulderY ?? null) / poseLength);
  return {
    shoulders: shoulders === null ? null : shoulders / poseLength,
    top: (steepest(moments, ({ top }) => top) ?? 0) / boxLength,
    drop: Math.max(...drops),
  };
}

/** Largest descent a second between two moments; null where no two are the right time apart. */
function steepest(moments: readonly BodyMoment[], read: (moment: BodyMoment) => number | null): number | null {
  let best: number | null = null;
  for (const [i, from] of moments.entries()) {
    for (const to of moments.slice(i + 1)) {
      const elapsed = to.seconds - from.seconds;
      const [start, end] = [read(from), read(to)];
      if (elapsed < shortestStep || elapsed > longestStep || start === null || end === null) continue;
      best = Math.max(best ?? -Infinity, (end - start) / elapsed);
    }
  }
  return best;
}

/** How far down a value comes from its highest place. */
function fallenBy(moments: readonly BodyMoment[], read: (moment: BodyMoment) => number | null): number {
  let [highest, most] = [Infinity, 0];
  for (const moment of moments) {
    const value = read(moment);
    if (value === null) continue;
    highest = Math.min(highest, value);
    most = Math.max(most, value - highest);
  }
  return most;
}
