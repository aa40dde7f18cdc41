import type { BoundingBox } from '@vigil/contracts';
import { cellCentre, cellStepHeights, type FeatureGrid } from '../features/feature-grid.ts';
import type { FeatureRecord, MotionSample, TrackSample } from '../features/feature-record.ts';

/** A track younger than this has no reliable speed yet, seconds. */
const youngestSeconds = 0.8;
/** Things shorter than this share of the picture's height are measured as if they were this long: their boxes tremble. */
const leastLength = 0.04;
/**
 * A track that takes up another blob leaps there and goes on as before: a pace has to last for this many moments, and is what it was at
 * the least in them.
 */
const lastingMoments = 3;
/** Over a longer gap than this nothing can be said to have lasted, seconds. */
const longestStepSeconds = 0.7;

/**
 * A track goes on for a moment where nothing is seen of it any more. Its speed is believed up to this many times the fastest motion that is
 * measured in its place; a cell's motion is a mean with what stands still around the thing.
 */
const believedShare = 2;

/**
 * Measures record by record how fast the fastest thing is, in its own lengths a second: the same for near and far. A length is the longer
 * side of the box. A shadow or a foot that is followed by itself is no faster than whoever it belongs to: what touches something longer
 * may be a part of it, and is measured by its length.
 */
export class PaceMeter {
  readonly #grid: FeatureGrid;
  #seconds = -Infinity;
  /** Paces of the last moments by track, oldest first. */
  #courses: ReadonlyMap<number, readonly number[]> = new Map();

  constructor(grid: FeatureGrid) {
    this.#grid = grid;
  }

  /** Takes the next record; gives the fastest lasting pace, 0 where there is none. */
  push({ seconds, tracks, motion }: FeatureRecord): number {
    const before = seconds - this.#seconds <= longestStepSeconds ? this.#courses : new Map<number, number[]>();
    const grown = tracks.filter(({ ageSeconds }) => ageSeconds >= youngestSeconds);
    this.#seconds = seconds;
    this.#courses = new Map(
      grown.map((track) => [
        track.id,
        [...(before.get(track.id) ?? []), this.#paceOf(track, tracks, motion)].slice(-lastingMoments),
      ]),
    );
    const lasting = [...this.#courses.values()].filter(({ length }) => length === lastingMoments);
    return Math.max(0, ...lasting.map((paces) => Math.min(...paces)));
  }

  #paceOf({ speed, box }: TrackSample, tracks: readonly TrackSample[], motion: MotionSample | null): number {
    const touching = tracks.filter((other) => this.#touch(box, other.box));
    const length = Math.max(
      leastLength,
      ...touching.map((track) => Math.max(track.box.height, track.box.width * this.#grid.aspect)),
    );
    return Math.min(speed, believedShare * (motion ? this.#fastestIn(box, motion) : 0)) / length;
  }

  /** Whether two boxes come as near to each other as they tremble. */
  #touch(a: BoundingBox, b: BoundingBox): boolean {
    const [marginX, marginY] = [leastLength / this.#grid.aspect, leastLength];
    const near = (from: number, length: number, other: number, otherLength: number, margin: number): boolean =>
      from <= other + otherLength + margin && other <= from + length + margin;
    return near(a.left, a.width, b.left, b.width, marginX) && near(a.top, a.height, b.top, b.height, marginY);
  }

  /** Fastest motion of the cells in and around a box, picture heights a second. */
  #fastestIn({ left, top, width, height }: BoundingBox, { cells, velocityX, velocityY }: MotionSample): number {
    const [marginX, marginY] = [cellStepHeights / this.#grid.aspect, cellStepHeights];
    let fastest = 0;
    for (let i = 0; i < cells.length; i += 1) {
      const { x, y } = cellCentre(this.#grid, cells[i]);
      if (x < left - marginX || x > left + width + marginX || y < top - marginY || y > top + height + marginY) continue;
      fastest = Math.max(fastest, Math.hypot(velocityX[i], velocityY[i]));
    }
    return fastest;
  }
}
