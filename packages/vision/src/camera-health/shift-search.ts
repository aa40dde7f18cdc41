import type { SceneEdges } from './scene-reference.ts';
import type { TileGrid } from './tile-grid.ts';
import { findViewShift, type ViewShift } from './view-shift.ts';

/** State of a {@link ShiftSearch} as plain data. */
export interface ShiftSearchSnapshot {
  readonly saved: number;
  readonly updatedSeconds: number;
  readonly searchedSeconds: number;
}

/** Below this share of agreeing tiles it is asked whether the view moved. */
const searchedShare = 0.85;
/** The search is the only dear part of camera health: one every three seconds, of which five can be saved up ... */
const secondsPerSearch = 3;
const mostSaved = 5;
/** ... for a time of need, when they follow one another, seconds. */
const leastIntervalSeconds = 0.35;

/** Looks for a shift of the view where a picture does not agree with the reference, and not too often. */
export class ShiftSearch {
  /** Searches saved up, and until when. */
  #saved: number;
  #updatedSeconds: number;
  #searchedSeconds: number;

  constructor(snapshot: ShiftSearchSnapshot | null) {
    this.#saved = snapshot?.saved ?? mostSaved;
    this.#updatedSeconds = snapshot?.updatedSeconds ?? 0;
    this.#searchedSeconds = snapshot?.searchedSeconds ?? -Infinity;
  }

  /** The shift of the view; null where the picture agrees, and where it is not time to search. */
  next(seconds: number, seenShare: number, reference: SceneEdges, now: SceneEdges, grid: TileGrid): ViewShift | null {
    this.#saved = Math.min(mostSaved, this.#saved + Math.max(0, seconds - this.#updatedSeconds) / secondsPerSearch);
    this.#updatedSeconds = seconds;
    if (seenShare >= searchedShare || this.#saved < 1 || seconds - this.#searchedSeconds < leastIntervalSeconds) return null;
    this.#searchedSeconds = seconds;
    this.#saved -= 1;
    return findViewShift(reference, now, grid);
  }

  /** The state as plain data. */
  snapshot(): ShiftSearchSnapshot {
    return { saved: this.#saved, updatedSeconds: this.#updatedSeconds, searchedSeconds: this.#searchedSeconds };
  }
}
