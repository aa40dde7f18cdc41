import type { Measurement } from './measurement.ts';
import { coveredShare, expandBox, type Rectangle } from './rectangle.ts';
import { boxOf, isNamed, measureRecord, type TrackRecord } from './track-record.ts';

/**
 * Blobs that cover a known track without being its own, with every track they cover.
 * @param pairs for each track the index of its own measurement, or −1
 */
export function findMerged(
  records: readonly TrackRecord[],
  measurements: readonly Measurement[],
  pairs: readonly number[],
): Map<Measurement, TrackRecord[]> {
  const groups = new Map<Measurement, TrackRecord[]>();
  records.forEach((record, index) => {
    if (pairs[index] >= 0 || (record.id === 0 && !isNamed(record))) return;
    const predicted = boxOf(record);
    let best: Measurement | null = null;
    let bestShare = 0.5;
    for (const measurement of measurements) {
      const share = coveredShare(predicted, expandBox(measurement.box, 0.05));
      if (share > bestShare) {
        best = measurement;
        bestShare = share;
      }
    }
    if (best) groups.set(best, [...(groups.get(best) ?? []), record]);
  });
  for (const [measurement, group] of groups) {
    const owner = records[pairs.indexOf(measurements.indexOf(measurement))];
    if (owner !== undefined) group.push(owner);
  }
  return groups;
}

/** How much an edge of a merged blob says about the thing that makes it. */
const edgeTrust = 0.6;

/**
 * Follows several things through a blob that shows them as one. Each keeps its own size and motion; the outline of the blob corrects those
 * that make it: its left edge the leftmost thing, its top the uppermost, and so on. What slipped out is put back inside.
 */
export function followMerged(group: readonly TrackRecord[], blob: Rectangle): void {
  const boxes = group.map(boxOf);
  const leftmost = indexOfLeast(boxes.map((box) => box.left));
  const rightmost = indexOfLeast(boxes.map((box) => -(box.left + box.width)));
  const uppermost = indexOfLeast(boxes.map((box) => box.top));
  const lowermost = indexOfLeast(boxes.map((box) => -(box.top + box.height)));
  group.forEach((track, index) => {
    const box = boxes[index];
    const moveX = edgeCorrection(
      index === leftmost,
      blob.left - box.left,
      index === rightmost,
      blob.left + blob.width - box.left - box.width,
    );
    const moveY = edgeCorrection(
      index === uppermost,
      blob.top - box.top,
      index === lowermost,
      blob.top + blob.height - box.top - box.height,
    );
    const left = clampInside(box.left + moveX, box.width, blob.left, blob.width);
    const top = clampInside(box.top + moveY, box.height, blob.top, blob.height);
    const target = { left, top, width: box.width, height: box.height };
    measureRecord(track, target, null, null, left !== box.left || top !== box.top ? edgeTrust : 0.15);
  });
}

function indexOfLeast(values: readonly number[]): number {
  return values.indexOf(Math.min(...values));
}

function edgeCorrection(makesFirst: boolean, first: number, makesSecond: boolean, second: number): number {
  if (makesFirst && makesSecond) return (first + second) / 2;
  if (makesFirst) return first;
  return makesSecond ? second : 0;
}

function clampInside(start: number, length: number, outerStart: number, outerLength: number): number {
  if (length >= outerLength) return outerStart + (outerLength - length) / 2;
  return Math.min(outerStart + outerLength - length, Math.max(outerStart, start));
}

/** A blob up to this many times the size of one of its things has room for one only. */
const roomForOne = 1.35;
/** People who pass each other have parted after this time, seconds; tracks that have not were one thing. */
const longestCrowdingSeconds = 1.5;

/**
 * Ends all but the longest known of those that have shared the room of one for too long.
 * @returns the tracks that go on
 */
export function dissolveCrowd(group: readonly TrackRecord[], blob: Rectangle, stepSeconds: number): TrackRecord[] {
  const largest = Math.max(...group.map((track) => track.width * track.height));
  const crowded = group.length > 1 && blob.width * blob.height < roomForOne * largest;
  for (const track of group) track.crowdedSeconds = crowded ? track.crowdedSeconds + stepSeconds : 0;
  const keeper = group.reduce((best, track) => (track.hits > best.hits ? track : best));
  return group.filter((track) => track === keeper || track.crowdedSeconds <= longestCrowdingSeconds);
}
