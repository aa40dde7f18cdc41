import { type SoundSample, soundSampleSeconds } from '../features/sound-sample.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { RunningBackground } from './running-background.ts';
import { decibels, rounded, soundEvent } from './sound-event.ts';
import { heardLevelDb } from './sound-level.ts';

/** Twice as loud to the ear is 10 dB (Stevens, 1955). Above what the source seldom exceeds: begins, ends, dB. */
const excess = { beginsDb: 10, endsDb: 5 };

/** A background must be known: time heard before, seconds; half a minute is remembered. */
const background = { leastSeconds: 10, seconds: 30 };

/** What the source exceeds a tenth of the time. */
const usualShare = 0.9;

/** A source that is silent by itself is not made loud by a whisper: background and event, dBFS, A-weighted. */
const least = { backgroundDb: -60, eventDb: -45 };

/** Shorter is an impulse; dips as long as the second belong to it; what lasts longer than the third is the new background. Seconds. */
const lasts = { leastSeconds: 0.3, dipSeconds: 0.5, mostSeconds: 60 };

interface Loudness {
  readonly startSeconds: number;
  readonly usualDb: number;
  endSeconds: number;
  decidedSeconds: number | null;
  loudSeconds: number;
  peakSeconds: number;
  levelDb: number;
  peakDb: number;
}

/** Finds stretches that are louder than the source is otherwise. */
export class LoudRule {
  readonly #background = new RunningBackground(background.seconds / soundSampleSeconds);
  readonly #learnedDb: number | null;
  #open: Loudness | null = null;

  /** @param learnedDb - what normal footage of the source seldom exceeds, dBFS, A-weighted; null where none was learned */
  constructor(learnedDb: number | null) {
    this.#learnedDb = learnedDb;
  }

  /** Takes the next sample and gives what ended with it. */
  push(sample: SoundSample): RuleEvent[] {
    const { seconds, peakDb } = sample;
    const levelDb = heardLevelDb(sample);
    const usualDb = this.#open?.usualDb ?? this.#usualDb();
    const bound = usualDb === null ? Infinity : usualDb + (this.#open === null ? excess.beginsDb : excess.endsDb);
    const isLoud = levelDb >= Math.max(bound, least.eventDb);
    if (isLoud && usualDb !== null) this.#take(sample, levelDb, usualDb);
    const open = this.#open;
    if (open === null) {
      this.#background.push(levelDb);
      return [];
    }
    open.peakDb = Math.max(open.peakDb, peakDb);
    if (seconds - open.startSeconds > lasts.mostSeconds) {
      this.#background.clear();
      return this.end();
    }
    return seconds - open.endSeconds > lasts.dipSeconds ? this.end() : [];
  }

  /** Gives what is still going on. */
  end(): RuleEvent[] {
    const open = this.#open;
    this.#open = null;
    if (open?.decidedSeconds == null) return [];
    const excessDb = open.levelDb - open.usualDb;
    return [
      soundEvent({
        kind: 'audio.loud',
        startSeconds: open.startSeconds,
        endSeconds: open.endSeconds,
        peakSeconds: open.peakSeconds,
        decidedSeconds: open.decidedSeconds,
        strength: excessDb / excess.beginsDb,
        title: 'Louder than usual',
        summary: `${decibels(open.levelDb)} dBFS to the ear, ${decibels(excessDb)} dB above what this source exceeds a tenth of the time.`,
        details: {
          heardLevelDb: rounded(open.levelDb, 1),
          aboveUsualDb: rounded(excessDb, 1),
          usualDb: rounded(open.usualDb, 1),
          peakDb: rounded(open.peakDb, 1),
        },
      }),
    ];
  }

  /** What the source seldom exceeds; null while too little was heard. */
  #usualDb(): number | null {
    const heardDb =
      this.#background.count * soundSampleSeconds >= background.leastSeconds ? this.#background.quantile(usualShare) : null;
    if (heardDb === null && this.#learnedDb === null) return null;
    return Math.max(heardDb ?? -Infinity, this.#learnedDb ?? -Infinity, least.backgroundDb);
  }

  #take({ seconds, peakDb }: SoundSample, levelDb: number, usualDb: number): void {
    this.#open ??= {
      startSeconds: seconds,
      usualDb,
      endSeconds: seconds,
      decidedSeconds: null,
      loudSeconds: 0,
      peakSeconds: seconds,
      levelDb,
      peakDb,
    };
    const open = this.#open;
    open.endSeconds = seconds + soundSampleSeconds;
    open.loudSeconds += soundSampleSeconds;
    if (levelDb > open.levelDb) [open.levelDb, open.peakSeconds] = [levelDb, seconds];
    if (open.loudSeconds >= lasts.leastSeconds - 1e-9) open.decidedSeconds ??= open.endSeconds;
  }
}
