import { type SoundSample, soundSampleSeconds } from '../features/sound-sample.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { RunningBackground } from './running-background.ts';
import { decibels, rounded, soundEvent } from './sound-event.ts';

/**
 * The throb of a machine, in one moment and on average: [M] engines lie above 0.57 in the middle, wind, rain and fire below 0.46.
 */
const harmonicity = { least: 0.5, leastMean: 0.55 };

/** Quieter hums are those of the recorder itself, dBFS. */
const leastDb = -40;

/** Time it must go on with so much of it humming, a pause as long as the third ends it, and what runs longer is the background. Seconds. */
const lasts = { leastSeconds: 2, humShare: 0.75, gapSeconds: 0.6, mostSeconds: 60 };

/**
 * Machines run evenly, knocks and voices come and go: spread of the level between its first and last tenth, dB, and share of moments
 * with a rise within 20 ms as sharp as that of a blow, dB.
 */
const even = { mostSpreadDb: 12, blowDb: 14, mostBlowShare: 0.15 };

/** A machine that starts stands above the quiet moments of the half minute before by this, dB; one that stops leaves as much. */
const contrast = { leastDb: 6, quietShare: 0.1, knownSeconds: 3, seconds: 30 };

interface Hum {
  readonly startSeconds: number;
  /** Quiet moments before it, dBFS; null where it went on from the start of the source. */
  readonly quietDb: number | null;
  endSeconds: number;
  /** Tenths of a second up to its end, and since then. */
  samples: number;
  waiting: number;
  hums: number;
  blows: number;
  harmonicitySum: number;
  peakSeconds: number;
  loudestDb: number;
  peakDb: number;
  readonly levels: RunningBackground;
}

/** Finds machines that run: engines, motors, generators. What always runs is the background of a source, no event. */
export class HumRule {
  readonly #before = new RunningBackground(contrast.seconds / soundSampleSeconds);
  #open: Hum | null = null;
  #isBackground = false;

  /** Takes the next sample and gives what ended with it. */
  push(sample: SoundSample): RuleEvent[] {
    const { seconds, levelDb, lowHarmonicity } = sample;
    const isHum = lowHarmonicity >= harmonicity.least && levelDb >= leastDb;
    if (isHum) this.#open ??= this.#begin(sample);
    const open = this.#open;
    this.#before.push(levelDb);
    if (open === null) return [];
    open.waiting += 1;
    if (sample.onset >= even.blowDb) open.blows += 1;
    if (isHum) take(open, sample);
    const isPaused = seconds - open.endSeconds > lasts.gapSeconds;
    if (!isPaused && seconds - open.startSeconds <= lasts.mostSeconds) return [];
    const wasBackground = this.#isBackground;
    this.#isBackground = !isPaused;
    this.#open = null;
    // where other sounds only cover it, what went on from the start still goes on
    const hasStopped = levelDb <= (open.levels.quantile(0.5) ?? levelDb) - contrast.leastDb;
    return wasBackground || (open.quietDb === null && !hasStopped) ? [] : eventOf(open);
  }

  /** Gives what is still going on. */
  end(): RuleEvent[] {
    const open = this.#open;
    this.#open = null;
    return open === null || this.#isBackground ? [] : eventOf(open);
  }

  #begin({ seconds, levelDb, peakDb }: SoundSample): Hum {
    const isKnown = this.#before.count * soundSampleSeconds >= contrast.knownSeconds;
    return {
      startSeconds: seconds,
      quietDb: isKnown ? this.#before.quantile(contrast.quietShare) : null,
      endSeconds: seconds,
      samples: 0,
      waiting: 0,
      hums: 0,
      blows: 0,
      harmonicitySum: 0,
      peakSeconds: seconds,
      loudestDb: levelDb,
      peakDb,
      levels: new RunningBackground(lasts.mostSeconds / soundSampleSeconds),
    };
  }
}

function take(open: Hum, { seconds, levelDb, peakDb, lowHarmonicity }: SoundSample): void {
  open.hums += 1;
  open.samples += open.waiting;
  open.waiting = 0;
  open.levels.push(levelDb);
  open.harmonicitySum += lowHarmonicity;
  open.endSeconds = seconds + soundSampleSeconds;
  open.peakDb = Math.max(open.peakDb, peakDb);
  if (levelDb > open.loudestDb) [open.loudestDb, open.peakSeconds] = [levelDb, seconds];
}

function eventOf(open: Hum): RuleEvent[] {
  const lengthSeconds = open.endSeconds - open.startSeconds;
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => open.levels.quantile(share) ?? 0);
  const mean = open.hums === 0 ? 0 : open.harmonicitySum / open.hums;
  const isEven =
    mean >= harmonicity.leastMean &&
    high - low <= even.mostSpreadDb &&
    open.blows <= even.mostBlowShare * open.samples &&
    open.hums >= lasts.humShare * open.samples;
  const standsOut = open.quietDb === null || middle - open.quietDb >= contrast.leastDb;
  if (!isEven || !standsOut || lengthSeconds < lasts.leastSeconds - 1e-9) return [];
  return [
    soundEvent({
      kind: 'audio.sustained',
      startSeconds: open.startSeconds,
      endSeconds: open.endSeconds,
      peakSeconds: open.peakSeconds,
      decidedSeconds: open.startSeconds + lasts.leastSeconds,
      strength: Math.min(lengthSeconds / lasts.leastSeconds, mean / harmonicity.leastMean),
      title: 'A running machine',
      summary: `An even throb or hum for ${lengthSeconds.toFixed(1)} s at up to ${decibels(open.loudestDb)} dBFS, ${Math.round(mean * 100)} % periodic below 450 Hz.`,
      details: {
        character: 'machine',
        lowHarmonicity: rounded(mean, 2),
        levelDb: rounded(open.loudestDb, 1),
        peakDb: rounded(open.peakDb, 1),
        spreadDb: rounded(high - low, 1),
        ...(open.quietDb === null ? {} : { aboveQuietDb: rounded(middle - open.quietDb, 1) }),
      },
    }),
  ];
}
