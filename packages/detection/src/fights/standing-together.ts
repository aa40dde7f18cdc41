import type { BoundingBox } from '@vigil/contracts';

/** Two people are within reach of each other where the gap between their boxes is at most this part of the taller one. */
const reachHeights = 0.5;
/** Who is so many times as tall as the other stands far behind: the boxes are near each other in the picture only. */
const largestRatio = 2.5;
/** Boxes that cover each other so far are of one person, or of a part of one. */
const samePersonPart = 0.8;

/**
 * Whether two boxes of people who were seen at one moment are of two people within reach of each other.
 *
 * @param aspect - width of the picture divided by its height
 */
export function areWithinReach(a: BoundingBox, b: BoundingBox, aspect: number): boolean {
  const tall = Math.max(a.height, b.height);
  if (tall > largestRatio * Math.min(a.height, b.height)) return false;
  const overlapX = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const overlapY = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  if (Math.hypot(Math.max(0, -overlapX) * aspect, Math.max(0, -overlapY)) > reachHeights * tall) return false;
  if (overlapX <= 0 || overlapY <= 0) return true;
  return overlapX * overlapY <= samePersonPart * Math.min(a.width * a.height, b.width * b.height);
}
