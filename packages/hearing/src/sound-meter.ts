import { powerToDb } from './decibels.ts';
import { FrameSpectrum } from './frame-spectrum.ts';
import { MelBands } from './mel-bands.ts';
import { type Periodicity, PeriodicityMeter } from './periodicity-meter.ts';
import { meanRiseDb, spectralCentroidHz, spectralFlatness } from './spectral-shape.ts';

/** Sample rate of the sound that is measured, hertz. */
const meterSampleRateHz = 16_000;
/** Samples of a measurement: a tenth of a second. */
const slotSamples = 1600;
/** Mel bands of a measurement. */
const bandCount = 32;
const [lowestHz, highestHz] = [50, 8000];
/** A spectrum spans 32 ms, and there is one every 10 ms. */
const frameSamples = 512;
const hopSamples = 160;
const framesPerSlot = slotSamples / hopSamples;
/** An onset is a rise within 20 ms. */
const onsetFrames = 2;
/** What is quieter than this in a band is as good as silent where rises are measured, dBFS. */
const quietDb = -80;
const clippedValue = 0.999;

/** Sound that goes into a {@link SoundMeter}. */
export interface MeterInput {
  /** Media time of the first sample, seconds; blocks come in order. */
  readonly seconds: number;
  /** Mono at 16 kHz. */
  readonly samples: Float32Array;
  /** True for silence that stands for a gap. */
  readonly missing: boolean;
}

/** What a tenth of a second sounds like. Levels are dBFS (0 dB: mean square 1), −120 at least. */
export interface SoundMeasurement extends Periodicity {
  /** Media time, a multiple of 0.1 s. */
  readonly seconds: number;
  readonly levelDb: number;
  readonly peakDb: number;
  /** `[32]` mean power in mel bands from 50 to 8000 Hz, dBFS. */
  readonly bands: Float32Array;
  /** Mean rise of the bands since the measurement before, dB; 0 where that is not its neighbour or was not whole. */
  readonly flux: number;
  /** Largest mean rise of the bands within 20 ms, dB. */
  readonly onset: number;
  /** Null in digital silence. */
  readonly centroidHz: number | null;
  /** 0 to 1; null in digital silence. */
  readonly flatness: number | null;
  /** Share of values with an absolute value of 0.999 or more. */
  readonly clippedShare: number;
  /** Share of the time in which there is no sound in the file. */
  readonly missingShare: number;
}

/** Measures sound in tenths of a second of media time. Keeps a tenth of a second, whatever the length of the sound. */
export class SoundMeter {
  readonly #periodicity = new PeriodicityMeter();
  readonly #spectrum = new FrameSpectrum(frameSamples);
  readonly #mel = new MelBands({
    sampleRateHz: meterSampleRateHz,
    transformLength: frameSamples,
    bandCount,
    lowestHz,
    highestHz,
  });
  /** The end of the slot before, then the present slot. */
  readonly #samples = new Float32Array(frameSamples + slotSamples);
  readonly #power = new Float64Array(frameSamples / 2 + 1);
  readonly #meanPower = new Float64Array(frameSamples / 2 + 1);
  readonly #sums = new Float64Array(bandCount);
  /** Band levels of the last frames, the newest last. */
  #recent: Float32Array[] = [];
  /** Number of the present slot since media time 0; null before the first sample. */
  #slot: number | null = null;
  #filled = 0;
  #present = 0;
  /** Samples without a gap up to the fill level, as far as frames look back. */
  #run = 0;
  /** For every frame of the slot: samples without a gap up to its end. */
  readonly #runs = new Uint32Array(framesPerSlot);
  #before: { slot: number; bands: Float32Array; whole: boolean } | null = null;

  /** Takes the next block; gives the measurements that are complete. */
  *push({ seconds, samples, missing }: MeterInput): Generator<SoundMeasurement> {
    yield* this.#moveTo(Math.round(seconds * meterSampleRateHz));
    for (let offset = 0; offset < samples.length;) {
      const count = Math.min(samples.length - offset, slotSamples - this.#filled);
      this.#append(samples.subarray(offset, offset + count), missing);
      offset += count;
      if (this.#filled === slotSamples) yield this.#finish();
    }
  }

  /** Gives the last measurement, which may not be whole. */
  *end(): Generator<SoundMeasurement> {
    if (this.#slot !== null && this.#present > 0) yield this.#complete();
    this.#slot = null;
  }

  /** Goes to a sample of media time: within the slot or to a later one, over a gap without blocks. */
  *#moveTo(position: number): Generator<SoundMeasurement> {
    const slot = Math.floor(position / slotSamples);
    if (this.#slot !== null && slot > this.#slot && this.#present > 0) yield this.#complete();
    if (this.#slot === null || slot > this.#slot) this.#start(slot);
    // A sample more or less is rounding of the block's time.
    const gap = position - (slot * slotSamples + this.#filled);
    if (slot === this.#slot && gap > 1) this.#append(new Float32Array(gap), true);
  }

  #start(slot: number): void {
    if (this.#slot === null || slot !== this.#slot + 1) {
      this.#samples.fill(0);
      this.#run = 0;
      this.#periodicity.reset();
    }
    this.#slot = slot;
    this.#filled = 0;
    this.#present = 0;
  }

  #append(samples: Float32Array, missing: boolean): void {
    for (let offset = 0; offset < samples.length;) {
      const frame = Math.floor(this.#filled / hopSamples);
      const count = Math.min(samples.length - offset, (frame + 1) * hopSamples - this.#filled);
      this.#samples.set(samples.subarray(offset, offset + count), frameSamples + this.#filled);
      this.#run = missing ? 0 : this.#run + count;
      this.#present += missing ? 0 : count;
      this.#filled += count;
      offset += count;
      this.#runs[frame] = this.#run;
    }
  }

  /** Fills the slot up with silence that counts as missing, and measures it. */
  #complete(): SoundMeasurement {
    this.#append(new Float32Array(slotSamples - this.#filled), true);
    return this.#finish();
  }

  #finish(): SoundMeasurement {
    const slot = this.#slot ?? 0;
    const measurement = this.#measure(slot);
    this.#samples.copyWithin(0, slotSamples);
    this.#start(slot + 1);
    return measurement;
  }

  #measure(slot: number): SoundMeasurement {
    const { onset, frames } = this.#measureFrames();
    const bands = new Float32Array(bandCount);
    if (frames > 0) for (let k = 0; k < this.#meanPower.length; k += 1) this.#meanPower[k] /= frames;
    this.#mel.sum(this.#meanPower, this.#sums).forEach((power, band) => (bands[band] = powerToDb(power)));
    const whole = this.#present === slotSamples;
    const neighbour = this.#before?.slot === slot - 1 && this.#before.whole && whole ? this.#before.bands : null;
    this.#before = { slot, bands, whole };
    return {
      seconds: slot / 10,
      ...this.#measureValues(),
      bands,
      flux: neighbour === null ? 0 : meanRiseDb(neighbour, bands, quietDb),
      onset,
      centroidHz: spectralCentroidHz(this.#meanPower, meterSampleRateHz / frameSamples),
      flatness: spectralFlatness(this.#meanPower),
      ...this.#periodicity.measure(this.#samples.subarray(frameSamples)),
      missingShare: 1 - this.#present / slotSamples,
    };
  }

  /** Adds up the spectra of the frames that end in this slot without a gap, and finds the sharpest rise. */
  #measureFrames(): { onset: number; frames: number } {
    this.#meanPower.fill(0);
    let [onset, frames] = [0, 0];
    // A piece of sound too short for one frame is heard through frames with silence in them.
    const leastRun = this.#runs.some((run) => run >= frameSamples) ? frameSamples : 1;
    for (let frame = 0; frame < framesPerSlot; frame += 1) {
      const power = this.#spectrum.measure(this.#samples, (frame + 1) * hopSamples, this.#power);
      const sums = this.#mel.sum(power, this.#sums);
      const levels = new Float32Array(bandCount);
      for (let band = 0; band < bandCount; band += 1) levels[band] = powerToDb(sums[band]);
      const earlier = this.#recent.at(-onsetFrames);
      if (earlier !== undefined && this.#runs[frame] >= frameSamples + onsetFrames * hopSamples) {
        onset = Math.max(onset, meanRiseDb(earlier, levels, quietDb));
      }
      this.#recent = [...this.#recent.slice(1 - onsetFrames), levels];
      if (this.#runs[frame] < leastRun) continue;
      frames += 1;
      const meanPower = this.#meanPower;
      for (let k = 0; k < meanPower.length; k += 1) meanPower[k] += power[k];
    }
    return { onset, frames };
  }

  #measureValues(): { levelDb: number; peakDb: number; clippedShare: number } {
    let [squares, peak, clipped] = [0, 0, 0];
    for (let i = frameSamples; i < this.#samples.length; i += 1) {
      const value = Math.abs(this.#samples[i]);
      squares += value * value;
      peak = Math.max(peak, value);
      if (value >= clippedValue) clipped += 1;
    }
    return {
      levelDb: powerToDb(this.#present > 0 ? squares / this.#present : 0),
      peakDb: powerToDb(peak * peak),
      clippedShare: clipped / slotSamples,
    };
  }
}
