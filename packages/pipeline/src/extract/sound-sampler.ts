import { type SoundSample, soundSampleSeconds } from '@vigil/detection';
import { type SoundMeasurement, SoundMeter } from '@vigil/hearing';
import { type SoundBlock, soundSampleRateHz } from '@vigil/media';
import { type VoiceActivity, type VoiceStream, voiceWindowSamples } from '@vigil/models';

const windowSeconds = voiceWindowSamples / soundSampleRateHz;

/** Sound that the speech model hears without a break. */
interface Listening {
  readonly stream: VoiceStream;
  readonly startSeconds: number;
  samples: number;
  windows: number;
}

/** Makes samples of sound: measures it and asks the speech model about it. */
export class SoundSampler {
  readonly #voice: VoiceActivity | null;
  readonly #signal: AbortSignal | undefined;
  readonly #meter = new SoundMeter();
  #listening: Listening | null = null;
  #waiting: SoundMeasurement[] = [];
  /** What the speech model said, for times that are still waited for. */
  #windows: { readonly startSeconds: number; readonly probability: number }[] = [];

  /** @param voice - null where the speech model is not available */
  constructor(voice: VoiceActivity | null, signal: AbortSignal | undefined) {
    this.#voice = voice;
    this.#signal = signal;
  }

  /** Takes the next block; gives the samples that are complete. */
  async push(block: SoundBlock): Promise<SoundSample[]> {
    if (this.#jumps(block)) await this.#stopListening();
    this.#waiting.push(...this.#meter.push(block));
    if (this.#voice) {
      this.#listening ??= { stream: this.#voice.open(this.#signal), startSeconds: block.seconds, samples: 0, windows: 0 };
      this.#listening.samples += block.samples.length;
      this.#note(this.#listening, await this.#listening.stream.push(block.samples));
    }
    return this.#ready();
  }

  /** Gives what is left at the end of the sound. */
  async end(): Promise<SoundSample[]> {
    this.#waiting.push(...this.#meter.end());
    await this.#stopListening();
    return this.#ready();
  }

  #jumps({ seconds }: SoundBlock): boolean {
    if (!this.#listening) return false;
    const expected = this.#listening.startSeconds + this.#listening.samples / soundSampleRateHz;
    return Math.abs(seconds - expected) > 1.5 / soundSampleRateHz;
  }

  async #stopListening(): Promise<void> {
    const listening = this.#listening;
    this.#listening = null;
    if (listening) this.#note(listening, await listening.stream.end());
  }

  #note(listening: Listening, probabilities: Float32Array): void {
    for (const probability of probabilities) {
      this.#windows.push({ startSeconds: listening.startSeconds + listening.windows * windowSeconds, probability });
      listening.windows += 1;
    }
  }

  #ready(): SoundSample[] {
    const listening = this.#listening;
    const heardSeconds = listening ? listening.startSeconds + listening.windows * windowSeconds : Infinity;
    const count = this.#waiting.findIndex(({ seconds }) => seconds + soundSampleSeconds > heardSeconds);
    const ready = this.#waiting.splice(0, count < 0 ? this.#waiting.length : count);
    return ready.map((measurement) => ({ ...measurement, speech: this.#speechAt(measurement.seconds) }));
  }

  #speechAt(seconds: number): number | null {
    while (this.#windows.length > 0 && this.#windows[0].startSeconds + windowSeconds <= seconds) this.#windows.shift();
    const heard = this.#windows.filter(({ startSeconds }) => startSeconds < seconds + soundSampleSeconds);
    return heard.length > 0 ? Math.max(...heard.map(({ probability }) => probability)) : null;
  }
}
