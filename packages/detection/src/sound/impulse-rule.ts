import { type SoundSample, soundSampleSeconds } from '../features/sound-sample.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { RunningBackground } from './running-background.ts';
import { decibels, rounded, soundEvent } from './sound-event.ts';
import { heardLevelDb } from './sound-level.ts';

/**
 * A knock, bang or crash rises within 20 ms in all bands at once, dB. [M] Rain, wind and sirens stay below 13, engines below
 * 18; knocks, glass and fireworks rise by 19 to 55. A rise of `clear` says it alone, a softer one must stand out.
 */
const rise = { leastDb: 14, clearDb: 20 };

/** Quieter things are not worth a word: peak of the signal, dB relative to full scale. */
const leastPeakDb = -38;

/** The peak stands above the middle level of the three seconds before, dB: noise alone peaks 12 above its level. */
const contrast = { leastDb: 12, softDb: 20 };

/** A source that begins with a loud sound that fades at once was opened in the middle of one: peak, dB relative to full scale, and fall, dB within seconds. */
const opening = { leastPeakDb: -20, dropDb: 12, withinSeconds: 0.5 };

/** And what is heard falls by this much soon after, dB within seconds: what goes on is no impulse. Deep rumble may go on. */
const decay = { dropDb: 8, withinSeconds: 1.5 };

/** Tones that begin suddenly are beeps and cries: harmonicity, and Hz; what rings lower is a door or a drum. */
const tone = { harmonicity: 0.7, leastHz: 250 };

/** Knocks and claps that follow one another so soon are one event, up to so much of it; seconds. */
const series = { longestGapSeconds: 1.5, longestSeconds: 60 };

/** Three seconds of background. */
const backgroundSamples = 30;

interface Candidate {
  readonly seconds: number;
  readonly peakDb: number;
  /** Null where the source began with it: its rise and what was before were not heard. */
  readonly attack: { readonly riseDb: number; readonly contrastDb: number } | null;
  /** How far and how soon its level must fall. */
  readonly fall: { readonly dropDb: number; readonly withinSeconds: number };
  /** Loudest level so far, dBFS, A-weighted. */
  heardDb: number;
  tonal: number;
  samples: number;
}

interface Series {
  readonly startSeconds: number;
  readonly decidedSeconds: number;
  endSeconds: number;
  strongest: Candidate;
  count: number;
}

/** Finds sudden short sounds: bangs, knocks, crashes, breaking glass. */
export class ImpulseRule {
  readonly #background = new RunningBackground(backgroundSamples);
  #candidates: Candidate[] = [];
  #series: Series | null = null;

  /** Takes the next sample and gives what ended with it. */
  push(sample: SoundSample): RuleEvent[] {
    this.#follow(sample);
    const candidate = this.#candidateOf(sample);
    if (candidate !== null) this.#candidates.push(candidate);
    this.#background.push(sample.levelDb);
    const open = this.#series;
    if (open === null) return [];
    const isOver = this.#candidates.length === 0 && sample.seconds - open.endSeconds > series.longestGapSeconds;
    return isOver || sample.seconds - open.startSeconds > series.longestSeconds ? this.#close() : [];
  }

  /** Gives what is still going on. */
  end(): RuleEvent[] {
    this.#candidates = [];
    return this.#close();
  }

  #close(): RuleEvent[] {
    const open = this.#series;
    this.#series = null;
    return open === null ? [] : [impulseEvent(open)];
  }

  #candidateOf(sample: SoundSample): Candidate | null {
    const { seconds, peakDb, onset } = sample;
    const usualDb = this.#background.quantile(0.5);
    const course = { seconds, peakDb, heardDb: heardLevelDb(sample), tonal: isTonal(sample) ? 1 : 0, samples: 1 };
    if (usualDb === null) {
      if (peakDb < opening.leastPeakDb) return null;
      return { ...course, attack: null, fall: opening };
    }
    const contrastDb = peakDb - usualDb;
    const isSudden = onset >= rise.clearDb && contrastDb >= contrast.leastDb;
    const standsOut = onset >= rise.leastDb && contrastDb >= contrast.softDb;
    if (peakDb < leastPeakDb || !(isSudden || standsOut)) return null;
    return { ...course, attack: { riseDb: onset, contrastDb }, fall: decay };
  }

  /** Watches how the sounds that began go on; those that fade become impulses. */
  #follow(sample: SoundSample): void {
    const heardDb = this.#candidates.length === 0 ? 0 : heardLevelDb(sample);
    this.#candidates = this.#candidates.filter((candidate) => {
      if (heardDb <= candidate.heardDb - candidate.fall.dropDb) {
        if (candidate.tonal <= candidate.samples / 2) this.#confirm(candidate, sample.seconds);
        return false;
      }
      candidate.heardDb = Math.max(candidate.heardDb, heardDb);
      candidate.samples += 1;
      if (isTonal(sample)) candidate.tonal += 1;
      return sample.seconds - candidate.seconds < candidate.fall.withinSeconds;
    });
  }

  #confirm(candidate: Candidate, seconds: number): void {
    this.#series ??= {
      startSeconds: candidate.seconds,
      decidedSeconds: seconds + soundSampleSeconds,
      endSeconds: seconds,
      strongest: candidate,
      count: 0,
    };
    this.#series.endSeconds = Math.max(this.#series.endSeconds, seconds);
    this.#series.count += 1;
    if (strengthOf(candidate) > strengthOf(this.#series.strongest)) this.#series.strongest = candidate;
  }
}

function isTonal({ harmonicity, pitchHz }: SoundSample): boolean {
  return harmonicity >= tone.harmonicity && pitchHz !== null && pitchHz >= tone.leastHz;
}

function strengthOf({ attack }: Candidate): number {
  return attack === null ? 1 : Math.max(1, Math.min(attack.riseDb / rise.leastDb, attack.contrastDb / contrast.softDb));
}

function impulseEvent({ startSeconds, endSeconds, decidedSeconds, strongest, count }: Series): RuleEvent {
  const { peakDb, attack } = strongest;
  return soundEvent({
    kind: 'audio.impulse',
    startSeconds,
    endSeconds,
    peakSeconds: strongest.seconds,
    decidedSeconds,
    strength: strengthOf(strongest),
    title: count === 1 ? 'Sudden short sound' : `${count} sudden short sounds`,
    summary:
      attack === null
        ? `The source begins with a sound that peaks at ${decibels(peakDb)} dBFS and fades at once; its beginning was not heard.`
        : `A sound that rose by ${decibels(attack.riseDb)} dB in 20 ms and faded at once; its peak of ${decibels(peakDb)} dBFS stood ${decibels(attack.contrastDb)} dB above what was heard before.`,
    details: {
      peakDb: rounded(peakDb, 1),
      count,
      ...(attack === null ? {} : { riseDb: rounded(attack.riseDb, 1), aboveBackgroundDb: rounded(attack.contrastDb, 1) }),
    },
  });
}
