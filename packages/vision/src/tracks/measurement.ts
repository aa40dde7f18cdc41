import type { PictureSize } from '@vigil/contracts';
import type { Blob } from '../blobs/blob.ts';
import { coveredShare, expandBox, overlapArea, toRectangle, unionBox, type Rectangle } from './rectangle.ts';
import { boxOf, type Tones, type TrackRecord } from './track-record.ts';
import type { DetectedObject } from './track.ts';

/** One thing seen in a frame that a track may explain. Lengths in picture heights. */
export interface Measurement {
  readonly box: Rectangle;
  readonly tones: Tones;
  /** Share of the box that is foreground, 0 to 1. */
  readonly fill: number;
  /** True where the detector told it from what it touches. */
  readonly sighted: boolean;
}

/** A detection with its box in picture heights. */
export interface Sighting {
  readonly label: string;
  readonly score: number;
  readonly box: Rectangle;
}

/** The detections worth reading, strongest first. */
export function readSightings(detections: readonly DetectedObject[], picture: PictureSize, minimumScore: number): Sighting[] {
  return detections
    .filter((detection) => detection.score >= minimumScore && detection.box.width > 0 && detection.box.height > 0)
    .map(({ label, score, box }) => ({ label, score, box: toRectangle(box, picture) }))
    .toSorted((a, b) => b.score - a.score);
}

/** A blob as a measurement. */
export function measureBlob(blob: Blob, picture: PictureSize): Measurement {
  const boxPixels = blob.box.width * picture.width * blob.box.height * picture.height;
  return { box: toRectangle(blob.box, picture), tones: blob.tones, fill: blob.areaPixels / boxPixels, sighted: false };
}

/** Takes blobs apart in which the detector sees several things. */
export function splitBySightings(measurements: readonly Measurement[], sightings: readonly Sighting[]): Measurement[] {
  return measurements.flatMap((measurement) => {
    const around = expandBox(measurement.box, 0.1);
    const inside: Sighting[] = [];
    for (const sighting of sightings) {
      const distinct = inside.every((other) => overlapOfSmaller(other.box, sighting.box) < 0.6);
      if (distinct && coveredShare(sighting.box, around) > 0.7) inside.push(sighting);
    }
    if (inside.length < 2) return [measurement];
    return inside.map((sighting) => ({ box: sighting.box, tones: measurement.tones, fill: measurement.fill, sighted: true }));
  });
}

/**
 * Joins the pieces of things that are seen in pieces: blobs that lie within the predicted box of one confirmed track alone, as long as
 * together they are no larger than the track.
 */
export function joinFragments(measurements: readonly Measurement[], tracks: readonly TrackRecord[]): Measurement[] {
  const boxes = tracks.map((track) => expandBox(boxOf(track), 0.15));
  const piecesOf = new Map<number, Measurement[]>();
  const rest: Measurement[] = [];
  for (const measurement of measurements) {
    const holders = boxes.flatMap((box, index) => (coveredShare(measurement.box, box) > 0.6 ? [index] : []));
    if (holders.length === 1 && !measurement.sighted)
      piecesOf.set(holders[0], [...(piecesOf.get(holders[0]) ?? []), measurement]);
    else rest.push(measurement);
  }
  for (const [index, pieces] of piecesOf) rest.push(...joinPieces(pieces, tracks[index]));
  return rest;
}

function joinPieces(pieces: readonly Measurement[], track: TrackRecord): readonly Measurement[] {
  if (pieces.length < 2) return pieces;
  const box = unionBox(pieces.map((piece) => piece.box));
  if (box.width > track.width * 1.15 || box.height > track.height * 1.15) return pieces;
  const areas = pieces.map((piece) => piece.fill * piece.box.width * piece.box.height);
  if (areSeparateThings(pieces, areas, track)) return pieces;
  const area = areas.reduce((sum, value) => sum + value, 0);
  const largest = pieces[areas.indexOf(Math.max(...areas))];
  return [{ box, tones: largest.tones, fill: area / (box.width * box.height), sighted: false }];
}

/** Two large pieces with a clear gap between them are two things that were taken for one. */
function areSeparateThings(pieces: readonly Measurement[], areas: readonly number[], track: TrackRecord): boolean {
  const order = areas.map((_, index) => index).toSorted((a, b) => areas[b] - areas[a]);
  const [first, second] = [pieces[order[0]].box, pieces[order[1]].box];
  if (areas[order[1]] < 0.3 * areas[order[0]]) return false;
  const gapX = Math.max(first.left, second.left) - Math.min(first.left + first.width, second.left + second.width);
  const gapY = Math.max(first.top, second.top) - Math.min(first.top + first.height, second.top + second.height);
  return gapX > 0.2 * track.width || gapY > 0.2 * track.height;
}

/** Overlap as a share of the smaller box. */
export function overlapOfSmaller(a: Rectangle, b: Rectangle): number {
  return overlapArea(a, b) / Math.min(a.width * a.height, b.width * b.height);
}
