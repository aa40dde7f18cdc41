import type { BoundingBox } from '@vigil/contracts';
import { leastMoments, levelSeconds } from './fight-settings.ts';

/** Time stamps of sources at a round rate are off by less than this, seconds. */
const roundingSeconds = 0.02;

/** The most agitated person of a moment. */
export interface AgitatedMoment {
  /** When the motion that was measured began and ended, media time in seconds. */
  readonly sinceSeconds: number;
  readonly seconds: number;
  /** Body heights a second; 0 where nobody was seen. */
  readonly agitation: number;
  /** Boxes of that person and of whoever is within reach. */
  readonly boxes: readonly BoundingBox[];
  /** Whether that person is too small in the picture to judge. */
  readonly isTooSmall: boolean;
}

/** How agitated people have been over the last moments. */
export interface AgitationLevel {
  /** Median over the moments, body heights a second. */
  readonly level: number;
  /** Oldest first. */
  readonly moments: readonly AgitatedMoment[];
}

/** Sliding median of agitation over time. */
export class AgitationWindow {
  #moments: AgitatedMoment[] = [];

  /** Takes the next moment; gives the level where the moments fill the time of a window, null before. */
  add(moment: AgitatedMoment): AgitationLevel | null {
    const since = moment.seconds - levelSeconds - roundingSeconds;
    const isFull = this.#moments.length > 0 && this.#moments[0].sinceSeconds <= since + 2 * roundingSeconds;
    this.#moments = [...this.#moments.filter(({ sinceSeconds }) => sinceSeconds >= since), moment];
    return isFull ? this.current() : null;
  }

  /** The level of what there is so far, however short; null where that is next to nothing. */
  current(): AgitationLevel | null {
    if (this.#moments.length < leastMoments) return null;
    const sorted = this.#moments.map(({ agitation }) => agitation).toSorted((a, b) => a - b);
    const middle = sorted.length >> 1;
    const level = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return { level, moments: this.#moments };
  }

  /** Forgets the moments: what comes next does not follow on them. */
  clear(): void {
    this.#moments = [];
  }
}
