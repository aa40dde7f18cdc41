import type { SoundSample } from '../features/sound-sample.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { HumRule } from './hum-rule.ts';
import { ImpulseRule } from './impulse-rule.ts';
import { LoudRule } from './loud-rule.ts';
import { settledEvents } from './settle-events.ts';
import { SilenceRule } from './silence-rule.ts';
import { SpeechRule } from './speech-rule.ts';
import { ToneRule } from './tone-rule.ts';

/** Events are held back until what may explain them has been heard, seconds. */
const settleSeconds = 5;

/** What {@link SoundWatcher} knows of the source beforehand. */
export interface SoundWatcherOptions {
  /** What normal footage of the source seldom exceeds, dBFS, A-weighted; null where none was learned. */
  readonly learnedLoudDb?: number | null | undefined;
}

/** Finds the events in a source's sound. Pure and streaming: the same samples give the same events, in bounded memory. */
export class SoundWatcher {
  readonly #tones = new ToneRule();
  readonly #speech = new SpeechRule();
  readonly #rules: readonly { push(sample: SoundSample): RuleEvent[]; end(): RuleEvent[] }[];
  #held: RuleEvent[] = [];
  /** Given already, but near enough to explain what comes. */
  #given: RuleEvent[] = [];

  constructor({ learnedLoudDb = null }: SoundWatcherOptions = {}) {
    this.#rules = [this.#tones, this.#speech, new ImpulseRule(), new HumRule(), new LoudRule(learnedLoudDb), new SilenceRule()];
  }

  /** Takes the next sample; gives the events that are settled now, in order of their start. */
  push(sample: SoundSample): RuleEvent[] {
    for (const rule of this.#rules) this.#held.push(...rule.push(sample));
    return this.#held.length === 0 ? [] : this.#settle(sample.seconds);
  }

  /** Gives all that is left. */
  end(): RuleEvent[] {
    for (const rule of this.#rules) this.#held.push(...rule.end());
    return this.#settle(Infinity);
  }

  #settle(seconds: number): RuleEvent[] {
    const until = Math.min(seconds - settleSeconds, this.#tones.openSince ?? Infinity, this.#speech.openSince ?? Infinity);
    const ready = this.#held.filter((event) => event.endSeconds < until);
    if (ready.length === 0) return [];
    this.#given = this.#given.filter((event) => event.endSeconds >= until - settleSeconds);
    const settled = new Set(settledEvents([...this.#given, ...this.#held]));
    this.#held = this.#held.filter((event) => event.endSeconds >= until);
    this.#given.push(...ready);
    return ready.filter((event) => settled.has(event)).toSorted((a, b) => a.startSeconds - b.startSeconds);
  }
}
