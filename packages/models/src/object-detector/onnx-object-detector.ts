import { type RgbFrame, VigilError } from '@vigil/contracts';
import type { InstalledModel } from '../cache/install-model.ts';
import type { InferencePool } from '../runtime/inference-pool.ts';
import type { InferenceTensor, NamedTensors } from '../runtime/inference-tensor.ts';
import { makeAnchors } from './anchors.ts';
import { decodeDetections, type DetectionCandidate } from './decode-detections.ts';
import type { AppearanceMap, DetectOptions, ObjectDetections, ObjectDetector, TileAppearance } from './object-detection.ts';
import { resampleRegion } from './resample.ts';
import { suppressDuplicates } from './suppress-duplicates.ts';
import { wholePicture } from './tiles.ts';

/** Side in pixels of the square picture that the model sees. */
export const detectorInputSize = 300;

const defaultLeastScore = 0.35;
const levels = Float32Array.from({ length: 256 }, (_, level) => level / 127.5 - 1);

/** Raw answers of the model to one tile. */
export interface TileAnswer {
  /** `[1917, 4]` encoded boxes. */
  readonly boxes: Float32Array;
  /** `[1917, 24]` class logits. */
  readonly classes: Float32Array;
  /** `[19, 19, 96]`; undefined where it was not asked for. */
  readonly block12: AppearanceMap | undefined;
}

/** The object detector on ONNX Runtime. It shares the pool with other models and does not dispose of it. */
export class OnnxObjectDetector implements ObjectDetector {
  readonly version: string;
  readonly #pool: InferencePool;
  readonly #modelId: string;
  readonly #anchors = makeAnchors();

  private constructor(pool: InferencePool, model: InstalledModel) {
    this.#pool = pool;
    this.#modelId = `${model.name}@${model.version}`;
    this.version = model.version;
  }

  /**
   * Puts the installed model into the pool.
   *
   * @throws VigilError `model-unavailable`, `memory-budget-exceeded`
   */
  static async create(pool: InferencePool, model: InstalledModel): Promise<OnnxObjectDetector> {
    const detector = new OnnxObjectDetector(pool, model);
    await pool.addModel({ id: detector.#modelId, path: model.path });
    return detector;
  }

  /** Looks at all tiles of a picture; see {@link ObjectDetector.detect}. */
  async detect(frame: RgbFrame, options: DetectOptions = {}): Promise<ObjectDetections> {
    const tiles = options.tiles ?? [wholePicture];
    const leastScore = options.leastScore ?? defaultLeastScore;
    const appearance = options.appearance ?? true;
    const answers = await Promise.all(
      tiles.map((tile) => this.#run(() => resampleRegion(frame, tile, detectorInputSize), appearance, options.signal)),
    );
    const faintScore = options.leastFaintScore ?? leastScore;
    const faint = answers.map(({ boxes, classes }): DetectionCandidate[] =>
      decodeDetections(boxes, classes, this.#anchors, Math.min(faintScore, leastScore)),
    );
    // what is faint must not decide which of the clear boxes stay
    const clear = faint.map((ofTile) => ofTile.filter(({ score }) => score >= leastScore));
    return {
      tiles: answers.flatMap((answer, tile): TileAppearance[] =>
        answer.block12 === undefined ? [] : [{ box: tiles[tile], block12: answer.block12 }],
      ),
      detections: suppressDuplicates(tiles, clear),
      faint: options.leastFaintScore === undefined ? [] : suppressDuplicates(tiles, faint),
    };
  }

  /**
   * Runs the model on one picture of the size that it sees.
   *
   * @param tile - `[300, 300, 3]` RGB, 0 to 255
   * @param appearance - whether to hand the inner features back
   * @throws VigilError `picture-size-unsupported`, `cancelled`, `inference-failed`
   */
  async runTile(tile: Uint8Array | Uint8ClampedArray, appearance = true, signal?: AbortSignal): Promise<TileAnswer> {
    const elements = detectorInputSize * detectorInputSize * 3;
    if (tile.length !== elements) {
      throw new VigilError(
        'picture-size-unsupported',
        `The object detector sees ${elements} bytes of 300 × 300 RGB, not ${tile.length}`,
      );
    }
    return this.#run(() => tile, appearance, signal);
  }

  /** Takes the model out of the pool. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#pool.removeModel(this.#modelId);
  }

  async #run(
    makeTile: () => Uint8Array | Uint8ClampedArray,
    appearance: boolean,
    signal: AbortSignal | undefined,
  ): Promise<TileAnswer> {
    const outputs = ['boxes', 'classes', ...(appearance ? ['block12'] : [])];
    const answers = await this.#pool.run(this.#modelId, () => ({ image: imageTensor(makeTile()) }), {
      outputs,
      ...(signal === undefined ? {} : { signal }),
    });
    return {
      boxes: floats(answers, 'boxes').data,
      classes: floats(answers, 'classes').data,
      block12: appearance ? appearanceMap(answers, 'block12') : undefined,
    };
  }
}

/** `[300, 300, 3]` RGB, 0 to 255, as the model wants it: `[1, 3, 300, 300]` float32, −1 to 1. */
function imageTensor(tile: Uint8Array | Uint8ClampedArray): InferenceTensor {
  const pixels = detectorInputSize * detectorInputSize;
  const data = new Float32Array(3 * pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    data[pixel] = levels[tile[3 * pixel]];
    data[pixel + pixels] = levels[tile[3 * pixel + 1]];
    data[pixel + 2 * pixels] = levels[tile[3 * pixel + 2]];
  }
  return { data, shape: [1, 3, detectorInputSize, detectorInputSize] };
}

function appearanceMap(answers: NamedTensors, name: string): AppearanceMap {
  const { data, shape } = floats(answers, name);
  const [, height, width, channels] = shape;
  return { width, height, channels, data };
}

function floats(answers: NamedTensors, name: string): { data: Float32Array; shape: readonly number[] } {
  const tensor = answers[name];
  if (!(tensor?.data instanceof Float32Array))
    throw new VigilError('inference-failed', `The object detector gave no float32 output ${name}`);
  return { data: tensor.data, shape: tensor.shape };
}
