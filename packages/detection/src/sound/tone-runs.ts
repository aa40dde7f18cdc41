import { soundBandCount, type SoundSample, soundSampleSeconds } from '../features/sound-sample.ts';

/** What counts as a tone or a cry: harmonicity, lowest pitch and level, and no more noise beside it than a hoarse voice has. */
const tonal = { harmonicity: 0.7, leastHz: 250, leastDb: -45, mostFlatness: 0.15 };

/** Once a tone is heard it goes on in what is less clear: overlapping echoes, a second voice. */
const goesOn = { harmonicity: 0.5, mostFlatness: 0.05 };

/** Pitches found in low rumble are an echo of the search, not of the sound: its power lies far below them. */
const leastCentroidPerPitch = 0.6;

/** A run ends where no tone is heard for so long, seconds, or at once where the level falls so far below its loudest, dB: a breath. */
const ends = { gapSeconds: 0.8, dropDb: 12 };

/** What goes on for longer is cut: bounded memory, and an alarm that is told before it ends. */
const longestSeconds = 60;

/** A stretch of tones: a cry, a scream, a whistle, a beep, a siren. */
export interface ToneRun {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly peakSeconds: number;
  /** Loudest tenth of a second, dBFS. */
  readonly levelDb: number;
  /** Peak of the signal, dB relative to full scale. */
  readonly peakDb: number;
  /** Time with a tone, seconds. */
  readonly tonalSeconds: number;
  /** Middle pitch, Hz. */
  readonly pitchHz: number;
  /** Middle change of the pitch from one tenth of a second to the next, octaves: under 0.015 it is a fixed tone. */
  readonly pitchStepOctaves: number;
  /** Mel bands within 20 dB of the strongest: a pure tone fills few. */
  readonly filledBands: number;
  /** The strongest band. */
  readonly strongestBand: number;
  /** Middle harmonicity, 0 to 1. */
  readonly harmonicity: number;
}

interface OpenRun {
  readonly startSeconds: number;
  endSeconds: number;
  peakSeconds: number;
  peakLevelDb: number;
  peakDb: number;
  count: number;
  before: number | null;
  readonly bandPower: Float64Array;
  readonly pitches: number[];
  readonly steps: number[];
  readonly harmonicity: number[];
}

/** Cuts sound into stretches of tones. */
export class ToneRuns {
  #open: OpenRun | null = null;

  /** Takes the next sample; gives the run that ended with it. */
  push(sample: SoundSample): ToneRun | null {
    const open = this.#open;
    const isTone = isTonal(sample);
    const isVague = !isTone && isStillTonal(sample);
    const over =
      open !== null &&
      (sample.seconds - open.endSeconds > ends.gapSeconds ||
        sample.seconds - open.startSeconds > longestSeconds ||
        (!isTone && sample.levelDb < open.peakLevelDb - ends.dropDb));
    const ended = over ? this.end() : null;
    if (isTone) this.#take(sample);
    else if (isVague && this.#open !== null) extend(this.#open, sample);
    return ended;
  }

  /** Media time at which the run that goes on began, seconds; null where none goes on. */
  get openSince(): number | null {
    return this.#open?.startSeconds ?? null;
  }

  /** Ends what goes on. */
  end(): ToneRun | null {
    const run = this.#open === null ? null : finished(this.#open);
    this.#open = null;
    return run;
  }

  #take(sample: SoundSample): void {
    const { seconds, levelDb, peakDb, bands, pitchHz, harmonicity } = sample;
    if (pitchHz === null) return;
    this.#open ??= {
      startSeconds: seconds,
      endSeconds: seconds,
      peakSeconds: seconds,
      peakLevelDb: levelDb,
      peakDb,
      count: 0,
      before: null,
      bandPower: new Float64Array(soundBandCount),
      pitches: [],
      steps: [],
      harmonicity: [],
    };
    const open = this.#open;
    extend(open, sample);
    open.peakDb = Math.max(open.peakDb, peakDb);
    if (levelDb > open.peakLevelDb) [open.peakLevelDb, open.peakSeconds] = [levelDb, seconds];
    for (let band = 0; band < soundBandCount; band += 1) open.bandPower[band] += 10 ** (bands[band] / 10);
    const octave = Math.log2(pitchHz);
    if (open.before !== null) open.steps.push(Math.abs(octave - open.before));
    open.before = octave;
    open.pitches.push(pitchHz);
    open.harmonicity.push(harmonicity);
  }
}

function extend(open: OpenRun, { seconds }: SoundSample): void {
  open.endSeconds = seconds + soundSampleSeconds;
  open.count += 1;
}

function isStillTonal({ harmonicity, levelDb, flatness }: SoundSample): boolean {
  const isFlat = flatness === null || flatness > goesOn.mostFlatness;
  return harmonicity >= goesOn.harmonicity && levelDb >= tonal.leastDb && !isFlat;
}

function isTonal({ harmonicity, pitchHz, centroidHz, levelDb, flatness }: SoundSample): boolean {
  return (
    harmonicity >= tonal.harmonicity &&
    levelDb >= tonal.leastDb &&
    pitchHz !== null &&
    pitchHz >= tonal.leastHz &&
    centroidHz !== null &&
    centroidHz >= leastCentroidPerPitch * pitchHz &&
    flatness !== null &&
    flatness <= tonal.mostFlatness
  );
}

function finished(open: OpenRun): ToneRun {
  const strongest = Math.max(...open.bandPower);
  return {
    startSeconds: open.startSeconds,
    endSeconds: open.endSeconds,
    peakSeconds: open.peakSeconds,
    levelDb: open.peakLevelDb,
    peakDb: open.peakDb,
    tonalSeconds: open.count * soundSampleSeconds,
    pitchHz: median(open.pitches),
    pitchStepOctaves: median(open.steps),
    filledBands: open.bandPower.reduce((sum, power) => sum + (power >= strongest / 100 ? 1 : 0), 0),
    strongestBand: open.bandPower.indexOf(strongest),
    harmonicity: median(open.harmonicity),
  };
}

/** The middle value; 0 of none. */
function median(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.toSorted((a, b) => a - b)[values.length >> 1];
}
