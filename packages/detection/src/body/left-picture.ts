import type { BodyMoment } from './body-history.ts';

/** Boxes that come so near to the lower edge of the picture are cut by it, fractions of the picture. */
const edge = 0.015;
/** Who lies at the edge is seen there for so long, seconds; who walks out is gone. */
const leastSeconds = 0.75;
/** Who lies has come to rest: over the last so many seconds ... */
const restSeconds = 0.5;
/** ... the upper edge of the box sinks by no more than this, heights of the upright box. */
const mostSinking = 0.1;
/** Who lies fills at least this share of the upright box's area, or lies this far across, heights of the upright box; of who walks out, head and shoulders are left. */
const [leastArea, leastAcross] = [0.5, 0.7];

/** A torso that is tilted by so much in the picture, degrees ... */
const fallenTilt = 50;
/** ... while the hips are this far up in the picture, picture heights, is no guess about the half of a body. */
const lowestHips = 0.93;
/** Moments at which that has to be seen. */
const leastTilted = 1;

/**
 * Whether somebody may have walked out of the picture across its lower edge instead of falling: the box sinks just as fast and becomes
 * lower than wide, and the pose model is left with half a body.
 *
 * @param before - moments up to the last upright one
 * @param after - moments from then on
 */
export function mayHaveLeft(before: readonly BodyMoment[], after: readonly BodyMoment[]): boolean {
  const low = after.filter(({ posture }) => posture === 'low');
  const last = low.at(-1);
  if (!last || !low.some(isCut)) return false;
  if (after.filter(isTilted).length >= leastTilted) return false;
  if (last.seconds - low[0].seconds < leastSeconds) return true;
  const tallest = Math.max(...before.map(({ height }) => height));
  const sinking = low.filter(({ seconds }) => seconds >= last.seconds - restSeconds).map(({ top }) => last.top - top);
  if (Math.max(...sinking) > mostSinking * tallest) return true;
  if (last.width >= leastAcross * tallest) return false;
  return last.width * last.height < leastArea * Math.max(...before.map(({ width, height }) => width * height));
}

function isCut({ box: { top, height } }: BodyMoment): boolean {
  return top + height > 1 - edge;
}

function isTilted({ pose }: BodyMoment): boolean {
  return pose !== null && pose.pictureTiltDegrees >= fallenTilt && pose.hipY <= lowestHips;
}
