import { CalibrationSketch } from '../calibration/calibration-sketch.ts';
import type { SoundSample } from '../features/sound-sample.ts';
import type { SoundScores } from '../scoring/sound-scores.ts';
import { heardLevelDb } from './sound-level.ts';
import type { SoundNormality } from './sound-normality.ts';
import { shapeDistanceDb, soundShape } from './sound-shape.ts';

/** A source that is silent by itself is not made loud by a whisper, dBFS, A-weighted. */
const quietestUsualDb = -60;

/** Measures sound against what is normal for its source. */
export class SoundScorer {
  /** What normal sound exceeds in one moment of ten, dBFS, A-weighted: for the rule of loudness. */
  readonly learnedLoudDb: number;
  readonly #normality: SoundNormality;
  readonly #usualDb: number;

  constructor(normality: SoundNormality) {
    const level = new CalibrationSketch(normality.level);
    this.#normality = normality;
    this.#usualDb = Math.max(level.quantile(0.5), quietestUsualDb);
    this.learnedLoudDb = level.quantile(0.9);
  }

  /**
   * The scores of a sample: level above the normal middle level, dB; and distance of its spectrum's shape from the nearest
   * normal one, dB, 0 where next to nothing is heard.
   *
   * @param withoutSegment - segment whose own shapes do not count, where the sample is part of what was learned
   */
  scores(sample: SoundSample, withoutSegment?: number): SoundScores {
    const shape = soundShape(sample);
    return {
      loudness: Math.max(0, heardLevelDb(sample) - this.#usualDb),
      oddness: shape === null ? 0 : this.#nearestDb(shape, withoutSegment),
    };
  }

  /** Distance of the nearest normal shape, dB; 0 where none is known. */
  #nearestDb(shape: Int8Array, withoutSegment: number | undefined): number {
    const { shapes, segments } = this.#normality;
    let nearest = Infinity;
    for (let i = 0; i < segments.length; i += 1) {
      if (segments[i] !== withoutSegment) nearest = Math.min(nearest, shapeDistanceDb(shapes, i, shape));
    }
    return nearest === Infinity ? 0 : nearest;
  }
}
