import { type SoundSample, soundSampleSeconds } from '../features/sound-sample.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { rounded, soundEvent } from './sound-event.ts';

/** Speech begins at this probability and ends below the second, as the authors of Silero VAD set it (0.5, and 0.15 less). */
const probability = { begins: 0.5, ends: 0.35 };

/** Pauses between words and sentences belong to the speech, seconds. */
const longestPauseSeconds = 1;

/** A syllable alone is no speech, and barks and sirens sound like one now and then: time at or above 0.5 an event needs, seconds. */
const leastSpokenSeconds = 0.5;

/** What is short and doubtful is no speech either: under so many seconds of voice the mean probability must be so high. */
const brief = { seconds: 1, leastMean: 0.65 };

/** Speech that goes on for longer is told in parts, seconds. */
const longestSeconds = 60;

interface Utterance {
  readonly startSeconds: number;
  endSeconds: number;
  spokenSeconds: number;
  decidedSeconds: number | null;
  peakSeconds: number;
  samples: number;
  levelDb: number;
  peakDb: number;
  sum: number;
  most: number;
}

/** Finds stretches of speech from the probabilities of the speech model. */
export class SpeechRule {
  #speaking = false;
  #open: Utterance | null = null;

  /** Takes the next sample and gives what ended with it. */
  push(sample: SoundSample): RuleEvent[] {
    const { seconds, speech } = sample;
    if (speech === null) return this.end();
    const open = this.#open;
    const isOver =
      open !== null && (seconds - open.endSeconds > longestPauseSeconds || seconds - open.startSeconds >= longestSeconds);
    const ended = isOver ? this.end() : [];
    this.#speaking = speech >= (this.#speaking ? probability.ends : probability.begins);
    if (this.#speaking) this.#take(sample, speech);
    return ended;
  }

  #take({ seconds, levelDb, peakDb }: SoundSample, speech: number): void {
    this.#open ??= {
      startSeconds: seconds,
      endSeconds: seconds,
      spokenSeconds: 0,
      decidedSeconds: null,
      peakSeconds: seconds,
      samples: 0,
      levelDb,
      peakDb,
      sum: 0,
      most: 0,
    };
    const open = this.#open;
    open.endSeconds = seconds + soundSampleSeconds;
    open.samples += 1;
    open.sum += speech;
    open.levelDb = Math.max(open.levelDb, levelDb);
    open.peakDb = Math.max(open.peakDb, peakDb);
    if (speech >= probability.begins) open.spokenSeconds += soundSampleSeconds;
    if (speech > open.most) [open.most, open.peakSeconds] = [speech, seconds];
    if (open.spokenSeconds >= leastSpokenSeconds - 1e-9) open.decidedSeconds ??= open.endSeconds;
  }

  /** Media time since which there is a voice, seconds; null where there is none. */
  get openSince(): number | null {
    return this.#open?.startSeconds ?? null;
  }

  /** Gives what is still going on. */
  end(): RuleEvent[] {
    const open = this.#open;
    this.#open = null;
    this.#speaking = false;
    if (open?.decidedSeconds == null) return [];
    const { startSeconds, endSeconds, peakSeconds, decidedSeconds, spokenSeconds } = open;
    const mean = open.sum / open.samples;
    if (spokenSeconds < brief.seconds && mean < brief.leastMean) return [];
    return [
      soundEvent({
        kind: 'audio.speech',
        startSeconds,
        endSeconds,
        peakSeconds,
        decidedSeconds,
        strength: spokenSeconds / leastSpokenSeconds,
        title: 'Speech',
        summary: `${spokenSeconds.toFixed(1)} s of speech within ${(endSeconds - startSeconds).toFixed(1)} s.`,
        details: {
          spokenSeconds: rounded(spokenSeconds, 1),
          meanProbability: rounded(mean, 2),
          levelDb: rounded(open.levelDb, 1),
          peakDb: rounded(open.peakDb, 1),
        },
      }),
    ];
  }
}
