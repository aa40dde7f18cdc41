import { CalibrationSketch } from '../calibration/calibration-sketch.ts';
import { type SoundSample, soundSampleSeconds } from '../features/sound-sample.ts';
import { exemplarPriority } from '../normality/exemplar-set.ts';
import { heardLevelDb } from './sound-level.ts';
import { maximumShapes, type SoundNormality } from './sound-normality.ts';
import { shapeLength, soundShape } from './sound-shape.ts';

/** Levels that wait until they are joined to the sketch: an hour. */
const waitingLevels = 36_000;

interface Shape {
  readonly shape: Int8Array;
  readonly segment: number;
  readonly priority: number;
}

/** Learns how a source normally sounds, in bounded memory. */
export class SoundLearner {
  #seconds: number;
  #level: CalibrationSketch;
  #levels: number[] = [];
  #shapes: Shape[];

  /** @param previous - what is known already and is to be extended; null for nothing */
  constructor(previous: SoundNormality | null = null) {
    this.#seconds = previous?.seconds ?? 0;
    this.#level = previous === null ? CalibrationSketch.fromValues([]) : new CalibrationSketch(previous.level);
    this.#shapes = previous === null ? [] : unpack(previous);
  }

  /**
   * Takes a sample of normal sound.
   *
   * @param source - name of the source: the same footage gives the same sample of shapes in whatever order it is learned
   * @param segment - number of the footage's segment, so that it can be measured without itself
   */
  push(sample: SoundSample, source: string, segment: number): void {
    if (sample.missingShare > 0.5) return;
    this.#seconds += soundSampleSeconds;
    this.#levels.push(heardLevelDb(sample));
    if (this.#levels.length >= waitingLevels) this.#join();
    const shape = soundShape(sample);
    if (shape === null) return;
    this.#shapes.push({ shape, segment, priority: exemplarPriority(source, sample.seconds, 0) });
    if (this.#shapes.length >= 2 * maximumShapes) this.#shrink();
  }

  /** What was learned; null where there was nothing to hear at all. */
  finish(): SoundNormality | null {
    this.#join();
    this.#shrink();
    if (this.#level.count === 0) return null;
    const ordered = this.#shapes.toSorted((a, b) => a.segment - b.segment || a.priority - b.priority);
    const shapes = new Int8Array(ordered.length * shapeLength);
    ordered.forEach(({ shape }, i) => shapes.set(shape, i * shapeLength));
    return {
      seconds: this.#seconds,
      level: this.#level.toData(),
      shapes,
      segments: Int32Array.from(ordered, ({ segment }) => segment),
      priorities: Float64Array.from(ordered, ({ priority }) => priority),
    };
  }

  #join(): void {
    this.#level = this.#level.merge(CalibrationSketch.fromValues(this.#levels));
    this.#levels = [];
  }

  #shrink(): void {
    this.#shapes.sort((a, b) => a.priority - b.priority || a.segment - b.segment);
    this.#shapes.length = Math.min(this.#shapes.length, maximumShapes);
  }
}

function unpack({ shapes, segments, priorities }: SoundNormality): Shape[] {
  return Array.from(segments, (segment, i) => ({
    shape: shapes.slice(i * shapeLength, (i + 1) * shapeLength),
    segment,
    priority: priorities[i],
  }));
}
