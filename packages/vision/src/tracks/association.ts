import { intersectionOverUnion } from '@vigil/contracts';
import { assign } from './assignment.ts';
import type { Measurement } from './measurement.ts';
import { boxOf, sizeOf, type TrackRecord } from './track-record.ts';

/** Cost of leaving a track unmeasured. */
const aloneCost = 2.2;
/** A measurement this many times larger or smaller than a known track is several things, or a piece of one. */
const maximumAreaRatio = 2.3;
/** A track knows its own size after this many hits. */
const settledHits = 4;

/**
 * Pairs tracks with measurements so that the total cost is least.
 * @returns for each track the index of its measurement, or −1
 */
export function associate(tracks: readonly TrackRecord[], measurements: readonly Measurement[]): number[] {
  const costs = tracks.map((track) => measurements.map((measurement) => pairCost(track, measurement)));
  return assign(costs, measurements.length, aloneCost);
}

/** How ill a measurement fits a track: distance in reach of its motion, change of size, change of tone, lack of overlap. */
function pairCost(track: TrackRecord, { box, tones }: Measurement): number {
  const predicted = boxOf(track);
  const areaRatio = Math.abs(Math.log((box.width * box.height) / (track.width * track.height)));
  if (track.hits > settledHits && areaRatio > Math.log(maximumAreaRatio)) return Infinity;
  const reach = sizeOf(track) * (0.6 + 0.6 * Math.min(1, track.missedSeconds));
  const distance = Math.hypot(box.left + box.width / 2 - track.x.position, box.top + box.height / 2 - track.y.position) / reach;
  const overlap = intersectionOverUnion(predicted, box);
  if (distance > 1.3 && overlap < 0.15) return Infinity;
  const tone = tones.reduce((sum, value, third) => sum + Math.abs(value - track.tones[third]), 0) / 180;
  const newcomer = track.id === 0 ? 0.3 : 0;
  return distance + 0.4 * areaRatio + 0.6 * tone + 0.5 * (1 - overlap) + newcomer;
}
