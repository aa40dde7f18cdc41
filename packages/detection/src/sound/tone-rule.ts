import type { SoundSample } from '../features/sound-sample.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { decibels, rounded, soundEvent } from './sound-event.ts';
import { type ToneRun, ToneRuns } from './tone-runs.ts';

/** A breath ends every cry: a tone that is held for longer comes from a machine, seconds. */
const longestBreathSeconds = 3.4;

/** A cry or a scream, as against the squeak of a shoe: shortest, seconds. */
const shortestCrySeconds = 0.35;

/** Spoken voices lie below, raised ones above, Hz (shouted male speech: 200 to 400; Traunmüller and Eriksson, 2000). */
const leastCryHz = 300;

/** A voice always glides; beeps and bells do not: change of pitch in a tenth of a second, octaves. */
const fixedPitchOctaves = 0.015;

/** A voice has overtones; a tone that fills fewer bands than this is a beep. */
const leastVoiceBands = 7;

/** Share of a run in which a tone is heard at all: less is something else with a tone in it. */
const leastTonalShare = 0.6;

/** Beeps: each so long; so long together, or in several over a longer span; none further from the one before than the gap; what goes on for longer is told in parts. Seconds. */
const beeps = {
  shortestSeconds: 0.2,
  leastSeconds: 1,
  leastRepeatedSeconds: 0.5,
  leastSpanSeconds: 1.5,
  longestGapSeconds: 2.5,
  longestSeconds: 60,
};

interface BeepSeries {
  readonly startSeconds: number;
  endSeconds: number;
  decidedSeconds: number | null;
  tonalSeconds: number;
  count: number;
  loudest: ToneRun;
}

/** Tells sirens and alarms (`audio.sustained`) from cries and screams (`audio.voice`) by the course of their tones. */
export class ToneRule {
  readonly #runs = new ToneRuns();
  #beeps: BeepSeries | null = null;

  /** Takes the next sample and gives what ended with it. */
  push(sample: SoundSample): RuleEvent[] {
    const run = this.#runs.push(sample);
    const events = run === null ? [] : this.#judge(run);
    const series = this.#beeps;
    if (series === null || this.#runs.openSince !== null) return events;
    const { seconds } = sample;
    const isOver = seconds - series.endSeconds > beeps.longestGapSeconds || seconds - series.startSeconds > beeps.longestSeconds;
    return isOver ? [...events, ...this.#endBeeps()] : events;
  }

  /** Media time since which something goes on that an event may come of, seconds; null where nothing does. */
  get openSince(): number | null {
    return this.#beeps?.startSeconds ?? this.#runs.openSince;
  }

  /** Gives what is still going on. */
  end(): RuleEvent[] {
    const run = this.#runs.end();
    return [...(run === null ? [] : this.#judge(run)), ...this.#endBeeps()];
  }

  #judge(run: ToneRun): RuleEvent[] {
    const lengthSeconds = run.endSeconds - run.startSeconds;
    const isMostlyTone = run.tonalSeconds >= leastTonalShare * lengthSeconds;
    if (isMostlyTone && lengthSeconds > longestBreathSeconds) return [sirenEvent(run)];
    if (run.pitchStepOctaves < fixedPitchOctaves || run.filledBands < leastVoiceBands) {
      return run.tonalSeconds >= beeps.shortestSeconds - 1e-9 ? this.#addBeep(run) : [];
    }
    const isCry = isMostlyTone && run.tonalSeconds >= shortestCrySeconds && run.pitchHz >= leastCryHz;
    return isCry ? [voiceEvent(run)] : [];
  }

  /** Beeps of another pitch begin another series. */
  #addBeep(run: ToneRun): RuleEvent[] {
    const isOther = this.#beeps !== null && Math.abs(this.#beeps.loudest.strongestBand - run.strongestBand) > 1;
    const ended = isOther ? this.#endBeeps() : [];
    this.#beeps ??= {
      startSeconds: run.startSeconds,
      endSeconds: run.endSeconds,
      decidedSeconds: null,
      tonalSeconds: 0,
      count: 0,
      loudest: run,
    };
    const series = this.#beeps;
    series.endSeconds = run.endSeconds;
    series.tonalSeconds += run.tonalSeconds;
    series.count += 1;
    if (run.levelDb > series.loudest.levelDb) series.loudest = run;
    const isRepeated =
      series.count > 1 &&
      series.tonalSeconds >= beeps.leastRepeatedSeconds - 1e-9 &&
      series.endSeconds - series.startSeconds >= beeps.leastSpanSeconds;
    if (isRepeated || series.tonalSeconds >= beeps.leastSeconds - 1e-9) series.decidedSeconds ??= run.endSeconds;
    return ended;
  }

  #endBeeps(): RuleEvent[] {
    const series = this.#beeps;
    this.#beeps = null;
    if (series?.decidedSeconds == null) return [];
    const { startSeconds, endSeconds, decidedSeconds, tonalSeconds, count, loudest } = series;
    return [
      soundEvent({
        kind: 'audio.sustained',
        startSeconds,
        endSeconds,
        peakSeconds: loudest.peakSeconds,
        decidedSeconds,
        strength: Math.max(1, tonalSeconds / beeps.leastSeconds),
        title: count === 1 ? 'A held tone' : 'Tones of one pitch, one after another',
        summary: `${count === 1 ? 'A tone' : `${count} tones`} of fixed pitch near ${Math.round(loudest.pitchHz)} Hz, together ${tonalSeconds.toFixed(1)} s, at up to ${decibels(loudest.levelDb)} dBFS: an alarm or a signal.`,
        details: { character: 'tone', ...detailsOf(loudest), tones: count, tonalSeconds: rounded(tonalSeconds, 1) },
      }),
    ];
  }
}

function detailsOf(run: ToneRun): RuleEvent['details'] {
  return {
    pitchHz: Math.round(run.pitchHz),
    harmonicity: rounded(run.harmonicity, 2),
    pitchStepOctaves: rounded(run.pitchStepOctaves, 3),
    levelDb: rounded(run.levelDb, 1),
    peakDb: rounded(run.peakDb, 1),
  };
}

function sirenEvent(run: ToneRun): RuleEvent {
  const lengthSeconds = run.endSeconds - run.startSeconds;
  return soundEvent({
    kind: 'audio.sustained',
    startSeconds: run.startSeconds,
    endSeconds: run.endSeconds,
    peakSeconds: run.peakSeconds,
    decidedSeconds: run.startSeconds + longestBreathSeconds,
    strength: lengthSeconds / longestBreathSeconds,
    title: 'A tone that does not end',
    summary: `A tone near ${Math.round(run.pitchHz)} Hz held for ${lengthSeconds.toFixed(1)} s, longer than a breath, at up to ${decibels(run.levelDb)} dBFS: a siren or an alarm.`,
    details: { character: 'tone', ...detailsOf(run), tonalSeconds: rounded(run.tonalSeconds, 1) },
  });
}

function voiceEvent(run: ToneRun): RuleEvent {
  return soundEvent({
    kind: 'audio.voice',
    startSeconds: run.startSeconds,
    endSeconds: run.endSeconds,
    peakSeconds: run.peakSeconds,
    decidedSeconds: run.endSeconds,
    strength: Math.min(run.tonalSeconds / shortestCrySeconds, run.pitchHz / leastCryHz),
    title: 'A raised voice, a cry or a scream',
    summary: `A gliding voice near ${Math.round(run.pitchHz)} Hz for ${run.tonalSeconds.toFixed(1)} s at up to ${decibels(run.levelDb)} dBFS; spoken voices lie below ${leastCryHz} Hz.`,
    details: { ...detailsOf(run), tonalSeconds: rounded(run.tonalSeconds, 1) },
  });
}
