import type { Incident } from '@vigil/contracts';

/** A beep. */
interface Beep {
  readonly frequencyHz: number;
  /** After the beginning of the tone, seconds. */
  readonly atSeconds: number;
  readonly seconds: number;
  /** 0 to 1. */
  readonly gain: number;
}

/** Told apart without seeing the screen: more and higher beeps are graver. */
const tones: Readonly<Record<Incident['severity'], readonly Beep[]>> = {
  critical: [0, 0.18, 0.36].map((atSeconds) => ({ frequencyHz: 988, atSeconds, seconds: 0.13, gain: 0.5 })),
  warning: [0, 0.22].map((atSeconds, index) => ({ frequencyHz: index === 0 ? 659 : 784, atSeconds, seconds: 0.17, gain: 0.35 })),
  info: [{ frequencyHz: 523, atSeconds: 0, seconds: 0.2, gain: 0.2 }],
};
const ranks: Readonly<Record<Incident['severity'], number>> = { info: 0, warning: 1, critical: 2 };
/** A tone is not cut off by another of the same or less weight, milliseconds. */
const restMs = 1200;

/** `blocked`: the browser waits for a click before it plays. `unavailable`: it cannot. */
export type SoundState = 'off' | 'on' | 'blocked' | 'unavailable';

/** Plays a tone for each arrival, where somebody has switched that on. */
export class AlarmTones implements Disposable {
  readonly #told: (state: SoundState) => void;
  #context: AudioContext | null = null;
  #last = { atMs: Number.NEGATIVE_INFINITY, rank: -1 };

  /** @param told Learns of every change of state. */
  constructor(told: (state: SoundState) => void) {
    this.#told = told;
  }

  /** Switches sound on. Browsers let that happen in answer to a click or key only, and leave it blocked otherwise. */
  async switchOn(): Promise<void> {
    if (typeof AudioContext === 'undefined') return this.#told('unavailable');
    if (this.#context === null) {
      this.#context = new AudioContext();
      this.#context.addEventListener('statechange', () => this.#tell());
    }
    this.#tell();
    // stays pending for as long as the browser waits for a click
    await this.#context.resume().catch(() => undefined);
    this.#tell();
  }

  switchOff(): void {
    this[Symbol.dispose]();
    this.#told('off');
  }

  /** Plays the tone of a severity. Many at once are heard as one, of the gravest. */
  play(severity: Incident['severity']): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
    const nowMs = performance.now();
    if (nowMs - this.#last.atMs < restMs && ranks[severity] <= this.#last.rank) return;
    this.#last = { atMs: nowMs, rank: ranks[severity] };
    for (const { frequencyHz, atSeconds, seconds, gain } of tones[severity]) {
      const startSeconds = context.currentTime + atSeconds;
      const oscillator = new OscillatorNode(context, { frequency: frequencyHz });
      const volume = new GainNode(context, { gain: 0 });
      // ramps, because a tone that is cut off clicks
      volume.gain.linearRampToValueAtTime(gain, startSeconds + 0.01);
      volume.gain.setValueAtTime(gain, startSeconds + seconds - 0.04);
      volume.gain.linearRampToValueAtTime(0, startSeconds + seconds);
      oscillator.connect(volume).connect(context.destination);
      oscillator.start(startSeconds);
      oscillator.stop(startSeconds + seconds);
    }
  }

  [Symbol.dispose](): void {
    const context = this.#context;
    this.#context = null;
    void context?.close();
  }

  #tell(): void {
    if (this.#context !== null) this.#told(this.#context.state === 'running' ? 'on' : 'blocked');
  }
}
