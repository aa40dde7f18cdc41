import { soundSampleRateHz } from '../sound-source.ts';
import type { SoundStretch } from './sound-timeline.ts';

/** Cuts sound into blocks of one length; a block ends early where time jumps or a gap begins or ends. */
export class SoundBlocks {
  readonly #blockSamples: number;
  readonly #startSeconds: number;
  #waiting: SoundStretch[] = [];
  #waitingSamples = 0;

  /** @param startSeconds What lies before this media time is left out. */
  constructor(blockSamples: number, startSeconds: number) {
    this.#blockSamples = blockSamples;
    this.#startSeconds = startSeconds;
  }

  /** Takes the next stretch; gives the blocks that are full, each with a buffer of its own. */
  *push(whole: SoundStretch): Generator<SoundStretch> {
    const early = Math.ceil((this.#startSeconds - whole.seconds) * soundSampleRateHz - 1e-6);
    let rest = early > 0 ? after(whole, early) : whole;
    if (rest.samples.length === 0) return;
    if (!this.#continues(rest)) yield* this.flush();
    while (this.#waitingSamples + rest.samples.length >= this.#blockSamples) {
      const room = this.#blockSamples - this.#waitingSamples;
      this.#wait({ ...rest, samples: rest.samples.subarray(0, room) });
      rest = after(rest, room);
      yield* this.flush();
    }
    if (rest.samples.length > 0) this.#wait(rest);
  }

  /** Gives what waits as a last, shorter block. */
  *flush(): Generator<SoundStretch> {
    const [first] = this.#waiting;
    if (first === undefined) return;
    const samples = new Float32Array(this.#waitingSamples);
    let filled = 0;
    for (const stretch of this.#waiting) {
      samples.set(stretch.samples, filled);
      filled += stretch.samples.length;
    }
    this.#waiting = [];
    this.#waitingSamples = 0;
    yield { seconds: first.seconds, samples, missing: first.missing };
  }

  #wait(stretch: SoundStretch): void {
    this.#waiting.push(stretch);
    this.#waitingSamples += stretch.samples.length;
  }

  #continues(next: SoundStretch): boolean {
    const [first] = this.#waiting;
    if (first === undefined) return true;
    const expected = first.seconds + this.#waitingSamples / soundSampleRateHz;
    return first.missing === next.missing && Math.abs(next.seconds - expected) < 0.5 / soundSampleRateHz;
  }
}

function after(stretch: SoundStretch, count: number): SoundStretch {
  const left = Math.min(count, stretch.samples.length);
  return { ...stretch, seconds: stretch.seconds + left / soundSampleRateHz, samples: stretch.samples.subarray(left) };
}
