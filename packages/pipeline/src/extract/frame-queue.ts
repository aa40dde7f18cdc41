import type { CameraSample, PersonSample } from '@vigil/detection';
import type { AnalysedFrame } from '@vigil/media';
import type { ChangeReport } from '@vigil/vision';
import type { Sight } from './looker.ts';
import type { Moment } from './motion-sampler.ts';

/** A picture in work. */
export interface QueuedFrame {
  readonly frame: AnalysedFrame;
  readonly change: ChangeReport;
  /** Motion at this picture; null where it is not a moment. */
  readonly moment: Moment | null;
  /** Whether the picture can be trusted; null where it is not a moment. */
  readonly camera: CameraSample | null;
  /** Number of the moment. */
  readonly record: number;
  /** What the models see; null where they do not look. */
  readonly sight: Promise<Sight | null>;
  /** The people; null where it is not a moment, or nobody looks for them. */
  readonly people: Promise<readonly PersonSample[] | null>;
}

/** Lets the models work on some pictures ahead, and hands the pictures on in order. */
export class FrameQueue {
  readonly #limit: number;
  readonly #handle: (entry: QueuedFrame) => Promise<void>;
  readonly #waiting: QueuedFrame[] = [];

  constructor(limit: number, handle: (entry: QueuedFrame) => Promise<void>) {
    this.#limit = limit;
    this.#handle = handle;
  }

  /** Takes the next picture; hands on the oldest one where there are too many. */
  async push(entry: QueuedFrame): Promise<void> {
    // a failure is reported when its turn comes, not as an unhandled one
    entry.sight.catch(() => undefined);
    entry.people.catch(() => undefined);
    this.#waiting.push(entry);
    while (this.#waiting.length > this.#limit) await this.#handleFirst();
  }

  /** Hands on all that wait. */
  async drain(): Promise<void> {
    while (this.#waiting.length > 0) await this.#handleFirst();
  }

  async #handleFirst(): Promise<void> {
    const entry = this.#waiting.shift();
    if (entry) await this.#handle(entry);
  }
}
