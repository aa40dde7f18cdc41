import { type SoundSample, soundSampleSeconds } from '../features/sound-sample.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { RunningBackground } from './running-background.ts';
import { decibels, rounded, soundEvent } from './sound-event.ts';

/** Peaks at or below are the last two steps of 16-bit samples (−90 and −84 dB): a microphone that hears nothing at all. */
const floorPeakDb = -84;

/** Silence is this much below what the source nearly never falls below, dB. */
const dropDb = 20;

/** What the source falls below in one moment of twenty. */
const usualShare = 0.05;

/** A source that is so quiet by itself cannot fall silent, dBFS. */
const leastUsualDb = -75;

/** The source must have been heard so long before; half a minute is remembered. Seconds. */
const background = { leastSeconds: 10, seconds: 30 };

/** Silence is told after so long; a dead microphone after so long, or where a whole source of the third length is dead. Seconds. */
const lasts = { silenceSeconds: 2, deadSeconds: 10, deadSourceSeconds: 3 };

/** Silence falls suddenly: within so many tenths of a second. A recording that is faded out takes longer. */
const fallSamples = 5;

interface Silence {
  readonly startSeconds: number;
  endSeconds: number;
  /** What was usual before, dBFS; null where the source was silent from its start. */
  readonly usualDb: number | null;
  readonly isSudden: boolean;
  isDead: boolean;
  loudestDb: number;
  missing: number;
  samples: number;
}

/** Finds sudden silence, and microphones that hear nothing at all. */
export class SilenceRule {
  readonly #background = new RunningBackground(background.seconds / soundSampleSeconds);
  readonly #recent = new RunningBackground(fallSamples);
  #open: Silence | null = null;

  /** Takes the next sample and gives what ended with it. */
  push(sample: SoundSample): RuleEvent[] {
    const { levelDb, peakDb, seconds } = sample;
    const isDead = peakDb <= floorPeakDb;
    const open = this.#open;
    const boundDb = (open === null ? this.#usualDb() : open.usualDb) ?? -Infinity;
    if (isDead || levelDb <= boundDb - dropDb) {
      this.#open ??= {
        startSeconds: seconds,
        endSeconds: seconds,
        usualDb: this.#usualDb(),
        isSudden: (this.#recent.quantile(1) ?? -Infinity) >= boundDb,
        isDead: true,
        loudestDb: levelDb,
        missing: 0,
        samples: 0,
      };
      this.#extend(this.#open, sample, isDead);
      this.#recent.push(levelDb);
      return [];
    }
    this.#background.push(levelDb);
    this.#recent.push(levelDb);
    if (open === null) return [];
    const ended = this.#close(open, false);
    this.#open = null;
    // a source that falls silent again and again is one that does so
    for (let i = 0; i < open.samples; i += 1) this.#background.push(open.loudestDb);
    return ended;
  }

  /** Gives what is still going on. */
  end(): RuleEvent[] {
    const open = this.#open;
    this.#open = null;
    return open === null ? [] : this.#close(open, this.#background.count === 0);
  }

  #extend(open: Silence, { seconds, levelDb, missingShare }: SoundSample, isDead: boolean): void {
    open.endSeconds = seconds + soundSampleSeconds;
    open.isDead &&= isDead;
    open.loudestDb = Math.max(open.loudestDb, levelDb);
    open.missing += missingShare;
    open.samples += 1;
  }

  /** What the source nearly never falls below; null while too little was heard, or where it is too quiet to fall silent. */
  #usualDb(): number | null {
    if (this.#background.count * soundSampleSeconds < background.leastSeconds) return null;
    const usualDb = this.#background.quantile(usualShare);
    return usualDb === null || usualDb < leastUsualDb ? null : usualDb;
  }

  #close(open: Silence, isWholeSource: boolean): RuleEvent[] {
    const lengthSeconds = open.endSeconds - open.startSeconds + 1e-9;
    const deadSeconds = isWholeSource ? lasts.deadSourceSeconds : lasts.deadSeconds;
    // pauses of a source that is cut to digital silence between sounds are no dead microphone
    const isKnown = open.usualDb !== null || this.#background.count === 0;
    if (open.isDead && isKnown && lengthSeconds >= deadSeconds) return [deadEvent(open, deadSeconds)];
    if (open.usualDb === null || !open.isSudden || lengthSeconds < lasts.silenceSeconds) return [];
    return [silenceEvent(open, open.usualDb)];
  }
}

function missingWords({ missing, samples }: Silence): string {
  return missing > samples / 2 ? ' The recording holds no sound for this time.' : '';
}

function timesOf({ startSeconds, endSeconds }: Silence, neededSeconds: number) {
  return {
    startSeconds,
    endSeconds,
    peakSeconds: startSeconds,
    decidedSeconds: Math.min(endSeconds, startSeconds + neededSeconds),
    strength: (endSeconds - startSeconds) / neededSeconds,
  };
}

function deadEvent(open: Silence, neededSeconds: number): RuleEvent {
  const lengthSeconds = open.endSeconds - open.startSeconds;
  return soundEvent({
    kind: 'camera.silent',
    ...timesOf(open, neededSeconds),
    title: 'The microphone hears nothing',
    summary: `There is a sound track, but for ${lengthSeconds.toFixed(1)} s it holds nothing at all, not even noise: the microphone is muted or broken.${missingWords(open)}`,
    details: {
      loudestDb: rounded(open.loudestDb, 1),
      missingShare: rounded(open.missing / open.samples, 2),
      ...(open.usualDb === null ? {} : { usualDb: rounded(open.usualDb, 1) }),
    },
  });
}

function silenceEvent(open: Silence, usualDb: number): RuleEvent {
  const lengthSeconds = open.endSeconds - open.startSeconds;
  return soundEvent({
    kind: 'audio.silence',
    ...timesOf(open, lasts.silenceSeconds),
    title: 'Sudden silence',
    summary: `The sound fell within half a second to ${decibels(open.loudestDb)} dBFS at most and stayed there for ${lengthSeconds.toFixed(1)} s; this source hardly ever falls below ${decibels(usualDb)} dBFS.${missingWords(open)}`,
    details: {
      loudestDb: rounded(open.loudestDb, 1),
      usualDb: rounded(usualDb, 1),
      belowUsualDb: rounded(usualDb - open.loudestDb, 1),
      missingShare: rounded(open.missing / open.samples, 2),
    },
  });
}
