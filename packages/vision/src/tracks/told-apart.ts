import { intersectionOverUnion } from '@vigil/contracts';
import type { Measurement, Sighting } from './measurement.ts';
import { coveredShare, expandBox } from './rectangle.ts';
import { boxOf, resizeRecord, type TrackRecord } from './track-record.ts';

/** What the detector sees and what moves are the same thing from this overlap on. */
const sameThing = 0.5;

/**
 * Things that set out together are one track, in whose box their pieces are joined from then on. Where the detector tells several of a kind
 * apart in it, the track goes on as the one nearest to its middle, and the others begin their own.
 */
export function keepOne(
  records: readonly TrackRecord[],
  measurements: readonly Measurement[],
  sightings: readonly Sighting[],
): void {
  if (sightings.length < 2) return;
  for (const record of records) {
    const around = expandBox(boxOf(record), 0.15);
    const held = measurements.filter(({ box }) => coveredShare(box, around) > 0.6);
    const apart = ofOneKind(held, sightings);
    if (apart.length < 2) continue;
    const distance = ({ box }: Measurement): number =>
      Math.hypot(box.left + box.width / 2 - record.x.position, box.top + box.height / 2 - record.y.position);
    const [{ box }] = apart.toSorted((a, b) => distance(a) - distance(b));
    resizeRecord(record, box);
    record.x.position = box.left + box.width / 2;
    record.y.position = box.top + box.height / 2;
  }
}

/** The pieces that are a thing of their own to the detector, of the kind of which there are most. */
function ofOneKind(held: readonly Measurement[], sightings: readonly Sighting[]): readonly Measurement[] {
  const kinds = new Map<string, Measurement[]>();
  for (const { label, box } of sightings) {
    const piece = held.find((measurement) => intersectionOverUnion(measurement.box, box) > sameThing);
    const others = kinds.get(label) ?? [];
    if (piece && !others.includes(piece)) kinds.set(label, [...others, piece]);
  }
  return [...kinds.values()].reduce((most, pieces) => (pieces.length > most.length ? pieces : most), []);
}
