/** What plays: told to move by whoever shows time, tells everybody where it is. */
export interface PlayheadTarget {
  /** @param seconds Media time. */
  seek(seconds: number): void;
}

/** Where the picture stands; player and timelines share one, so that each follows the other without rendering the page again. */
export class Playhead {
  readonly #listeners = new Set<(seconds: number) => void>();
  #seconds: number;
  #target: PlayheadTarget | null = null;

  /** @param seconds Media time it begins at. */
  constructor(seconds = 0) {
    this.#seconds = seconds;
  }

  /** Media time of the picture that is shown, seconds. */
  get seconds(): number {
    return this.#seconds;
  }

  /** Moves the picture; where nothing can play, the time alone moves. */
  seek(seconds: number): void {
    if (this.#target === null) this.moved(Math.max(0, seconds));
    else this.#target.seek(seconds);
  }

  /** Told by what plays: another picture is shown. */
  moved(seconds: number): void {
    if (seconds === this.#seconds) return;
    this.#seconds = seconds;
    for (const listener of this.#listeners) listener(seconds);
  }

  /** @returns ends it */
  attach(target: PlayheadTarget): () => void {
    this.#target = target;
    return () => {
      if (this.#target === target) this.#target = null;
    };
  }

  /** Calls back with every move. @returns ends it */
  readonly listen = (listener: (seconds: number) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
}
