import type { BoundingBox, IncidentTrack } from '@vigil/contracts';

/** Samples further apart are not joined: the thing was not seen in between. Seconds. */
const longestGapSeconds = 1.5;
/** The first and last box stay for so long, seconds. */
const edgeSeconds = 0.2;

/** The box of a track at a media time, between two samples in proportion; null where the track is not seen. */
export function boxAt({ path }: IncidentTrack, seconds: number): BoundingBox | null {
  const next = firstFrom(path, seconds);
  const before = path.at(next - 1);
  const after = path.at(next);
  if (next === 0 || before === undefined) return after && after.seconds - seconds <= edgeSeconds ? after.box : null;
  if (next === path.length || after === undefined) return seconds - before.seconds <= edgeSeconds ? before.box : null;
  const span = after.seconds - before.seconds;
  if (span > longestGapSeconds) {
    const near = seconds - before.seconds <= after.seconds - seconds ? before : after;
    return Math.abs(near.seconds - seconds) <= edgeSeconds ? near.box : null;
  }
  return between(before.box, after.box, span === 0 ? 0 : (seconds - before.seconds) / span);
}

/** Index of the first sample that is not before a time. */
function firstFrom(path: IncidentTrack['path'], seconds: number): number {
  let [low, high] = [0, path.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (path[middle].seconds < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

function between(a: BoundingBox, b: BoundingBox, share: number): BoundingBox {
  const mix = (from: number, to: number): number => from + (to - from) * share;
  return {
    left: mix(a.left, b.left),
    top: mix(a.top, b.top),
    width: mix(a.width, b.width),
    height: mix(a.height, b.height),
  };
}
