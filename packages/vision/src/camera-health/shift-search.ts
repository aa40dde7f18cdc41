import type { SceneEdges } from './scene-reference.ts';
import type { TileGrid } from './tile-grid.ts';
import { findViewShift, type ViewShift } from './view-shift.ts';

/** State of a {@link ShiftSearch} as plain data. */
export interface ShiftSearchSnapshot {
  readonly searches: number;
  readonly searchedSeconds: number;
}

/** Below this share of agreeing tiles it is asked whether the view moved ... */
const searchedShare = 0.75;
/** ... a few times soon, then seldom, seconds apart: the search is the only dear part of camera health. */
const soonSearches = 5;
const soonIntervalSeconds = 0.35;
const seldomIntervalSeconds = 3;

/** Looks for a shift of the view where a picture does not agree with the reference, and not too often. */
export class ShiftSearch {
  /** Searches since the picture last agreed. */
  #searches: number;
  #searchedSeconds: number;

  constructor(snapshot: ShiftSearchSnapshot | null) {
    this.#searches = snapshot?.searches ?? 0;
    this.#searchedSeconds = snapshot?.searchedSeconds ?? -Infinity;
  }

  /** The shift of the view; null where the picture agrees, and where it is not time to search. */
  next(seconds: number, seenShare: number, reference: SceneEdges, now: SceneEdges, grid: TileGrid): ViewShift | null {
    if (seenShare >= searchedShare) {
      this.#searches = 0;
      return null;
    }
    const interval = this.#searches < soonSearches ? soonIntervalSeconds : seldomIntervalSeconds;
    if (seconds - this.#searchedSeconds < interval) return null;
    this.#searchedSeconds = seconds;
    this.#searches += 1;
    return findViewShift(reference, now, grid);
  }

  /** The state as plain data. */
  snapshot(): ShiftSearchSnapshot {
    return { searches: this.#searches, searchedSeconds: this.#searchedSeconds };
  }
}
