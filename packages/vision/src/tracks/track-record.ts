import { correctAxis, predictAxis, startAxis, type AxisFilter } from './axis-filter.ts';
import type { Rectangle } from './rectangle.ts';
import type { TrackPoint, TrackState } from './track.ts';

/** Mean luma of three thirds of a thing. */
export type Tones = readonly [number, number, number];

/** What the tracker remembers of one track; plain data. Lengths in picture heights. */
export interface TrackRecord {
  /** 0 until confirmed. */
  id: number;
  state: TrackState;
  x: AxisFilter;
  y: AxisFilter;
  width: number;
  height: number;
  /** Where it was last measured. */
  seenBox: Rectangle;
  tones: Tones;
  /** Usual share of its box that is foreground, 0 to 1. */
  fill: number;
  hits: number;
  missedSeconds: number;
  /** For how long it has been merged with others into a blob that has room for one. */
  crowdedSeconds: number;
  firstSeconds: number;
  lastSeconds: number;
  /** Where it was first seen. */
  startBox: Rectangle;
  /** Farthest it has ever been from there, own sizes; see {@link travelOf}. */
  farthestTravel: number;
  votes: Record<string, number>;
  path: TrackPoint[];
}

/** Standard deviation of a measured centre, share of the thing's size. */
const positionNoise = 0.07;
/** Standard deviation of acceleration, own sizes a second squared. */
const accelerationNoise = 2;
const sizeRate = 0.3;
const toneRate = 0.1;

/** Side of a square as large as the box: what "its own size" means. */
export function sizeOf(record: Pick<TrackRecord, 'width' | 'height'>): number {
  return Math.max(0.02, Math.sqrt(record.width * record.height));
}

/** The box where the track is believed to be. */
export function boxOf(record: TrackRecord): Rectangle {
  const { x, y, width, height } = record;
  return { left: x.position - width / 2, top: y.position - height / 2, width, height };
}

/** A track that was seen once. */
export function startRecord(box: Rectangle, tones: Tones, fill: number, timeSeconds: number): TrackRecord {
  const size = sizeOf(box);
  const centreX = box.left + box.width / 2;
  const centreY = box.top + box.height / 2;
  return {
    id: 0,
    state: 'moving',
    x: startAxis(centreX, positionNoise * size, 1.5 * size),
    y: startAxis(centreY, positionNoise * size, size),
    width: box.width,
    height: box.height,
    seenBox: box,
    tones,
    fill,
    hits: 1,
    missedSeconds: 0,
    crowdedSeconds: 0,
    firstSeconds: timeSeconds,
    lastSeconds: timeSeconds,
    startBox: box,
    farthestTravel: 0,
    votes: {},
    path: [],
  };
}

/** Carries the track on to the time of the next frame. */
export function predictRecord(record: TrackRecord, stepSeconds: number): void {
  const size = sizeOf(record);
  predictAxis(record.x, stepSeconds, accelerationNoise * size);
  predictAxis(record.y, stepSeconds, accelerationNoise * size);
}

/**
 * Takes a measured box over.
 * @param trust 1 for a clean measurement; less where the box is only roughly that of this thing
 */
export function measureRecord(
  record: TrackRecord,
  box: Rectangle,
  tones: Tones | null,
  fill: number | null,
  trust: number,
): void {
  const noise = (positionNoise * sizeOf(record)) / trust;
  correctAxis(record.x, box.left + box.width / 2, noise);
  correctAxis(record.y, box.top + box.height / 2, noise);
  record.width = followSize(record.width, box.width, record.hits, trust);
  record.height = followSize(record.height, box.height, record.hits, trust);
  if (tones) {
    const [a, b, c] = record.tones;
    record.tones = [a + toneRate * (tones[0] - a), b + toneRate * (tones[1] - b), c + toneRate * (tones[2] - c)];
  }
  if (fill !== null) record.fill += 0.2 * (fill - record.fill);
}

/** Sizes change slowly once they are known, or a thing seen in part for a moment would shrink to that part. */
function followSize(size: number, measured: number, hits: number, trust: number): number {
  const change = sizeRate * trust * (measured - size);
  const limit = size * (hits < 15 ? 0.25 : 0.06);
  return size + Math.min(limit, Math.max(-limit, change));
}

/** Takes the size of a box over at once, where the detector has told a thing from its neighbours. */
export function resizeRecord(record: TrackRecord, box: Rectangle): void {
  record.width = box.width;
  record.height = box.height;
}

/** Notes that the track was seen at this time. */
export function noteSeen(record: TrackRecord, state: TrackState, timeSeconds: number): void {
  record.state = state;
  record.hits++;
  record.missedSeconds = 0;
  if (state !== 'merged') record.crowdedSeconds = 0;
  record.lastSeconds = timeSeconds;
  record.seenBox = boxOf(record);
  record.farthestTravel = Math.max(record.farthestTravel, travelOf(record));
}

/** Stops the track where it was last seen. */
export function restRecord(record: TrackRecord): void {
  record.x.position = record.seenBox.left + record.seenBox.width / 2;
  record.y.position = record.seenBox.top + record.seenBox.height / 2;
  record.x.velocity *= 0.5;
  record.y.velocity *= 0.5;
}

/**
 * How far the track has moved as a whole since it was first seen, in its own sizes. Opposite edges must have moved the same way: what merely
 * grows, shrinks or comes apart stays where it is.
 */
export function travelOf(record: TrackRecord): number {
  const { startBox } = record;
  const box = boxOf(record);
  const x = commonShift(box.left - startBox.left, box.left + box.width - startBox.left - startBox.width);
  const y = commonShift(box.top - startBox.top, box.top + box.height - startBox.top - startBox.height);
  return Math.hypot(x, y) / sizeOf(record);
}

function commonShift(a: number, b: number): number {
  return a * b > 0 ? Math.min(Math.abs(a), Math.abs(b)) : 0;
}

/** Whether the detector has named the track. */
export function isNamed(record: TrackRecord): boolean {
  return Object.keys(record.votes).length > 0;
}
