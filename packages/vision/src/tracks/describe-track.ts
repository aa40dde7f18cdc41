import type { PictureSize } from '@vigil/contracts';
import { toBoundingBox } from './rectangle.ts';
import { boxOf, type TrackRecord } from './track-record.ts';
import type { Track } from './track.ts';

/** Appends the present place to the path and thins its older half when it is full. */
export function appendPath(record: TrackRecord, timeSeconds: number, picture: PictureSize, maximumPoints: number): void {
  if (record.path.length >= maximumPoints) {
    const half = maximumPoints >> 1;
    record.path = record.path.filter((_, index) => index >= half || index % 2 === 0);
  }
  record.path.push({ seconds: timeSeconds, box: toBoundingBox(boxOf(record), picture) });
}

/** The track as others see it. */
export function describeRecord(record: TrackRecord, timeSeconds: number, picture: PictureSize): Track {
  const { x, y, votes } = record;
  const label = Object.keys(votes).reduce<string | null>(
    (best, name) => (best === null || votes[name] > votes[best] ? name : best),
    null,
  );
  return {
    id: record.id,
    state: record.state,
    box: toBoundingBox(boxOf(record), picture),
    velocityX: x.velocity,
    velocityY: y.velocity,
    speed: Math.hypot(x.velocity, y.velocity),
    size: record.height,
    labelVotes: { ...votes },
    label,
    dwellSeconds: dwellOf(record, timeSeconds, picture),
    ageSeconds: timeSeconds - record.firstSeconds,
    firstSeconds: record.firstSeconds,
    lastSeconds: record.lastSeconds,
    path: record.path.slice(),
  };
}

/** Time since the path was last farther than a body height from the present place. */
function dwellOf(record: TrackRecord, timeSeconds: number, { width, height }: PictureSize): number {
  const reach = Math.max(record.width, record.height, 0.05);
  const aspect = width / height;
  for (let i = record.path.length - 1; i >= 0; i--) {
    const { seconds, box } = record.path[i];
    const distance = Math.hypot(
      (box.left + box.width / 2) * aspect - record.x.position,
      box.top + box.height / 2 - record.y.position,
    );
    if (distance > reach) return timeSeconds - seconds;
  }
  return timeSeconds - record.firstSeconds;
}
