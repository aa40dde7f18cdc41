import type { BoundingBox, RgbFrame } from '@vigil/contracts';
import type { ObjectLabel } from './object-labels.ts';

/** An object that was found. */
export interface ObjectDetection {
  readonly label: ObjectLabel;
  /** How sure the detector is, 0 to 1; a clear person has 0.4 to 0.55. */
  readonly score: number;
  /** Where it is, in fractions of the picture. It may reach a little over the edge of the picture. */
  readonly box: BoundingBox;
}

/** Inner features of the detector at a grid of places: `[height, width, channels]`, row-major. */
export interface AppearanceMap {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Float32Array;
}

/** The inner features of one tile. */
export interface TileAppearance {
  /** The tile, in fractions of the picture. */
  readonly box: BoundingBox;
  /** Output of block 12: 19 × 19 × 96, any sign. */
  readonly block12: AppearanceMap;
}

/** What the detector sees in a picture. */
export interface ObjectDetections {
  /** One entry a tile, in the order of the tiles; empty where the features were not asked for. */
  readonly tiles: readonly TileAppearance[];
  /** Best first. */
  readonly detections: readonly ObjectDetection[];
  /** The same down to `leastFaintScore`, best first; empty where that was not given. */
  readonly faint: readonly ObjectDetection[];
}

/** Settings of one detection. */
export interface DetectOptions {
  /** The parts of the picture to look at, in fractions of it; each is squashed to the square that the model sees. The whole picture where absent. */
  readonly tiles?: readonly BoundingBox[];
  /** Scores below this are left out, 0 to 1; 0.35 where absent. */
  readonly leastScore?: number;
  /** Also gives what has at least this score, below `leastScore`, as {@link ObjectDetections.faint}; not given where absent. */
  readonly leastFaintScore?: number;
  /** False leaves the inner features where they are, which saves 135 KiB a tile; true where absent. */
  readonly appearance?: boolean;
  /** Calls the detection off. */
  readonly signal?: AbortSignal;
}

/** Finds and names objects in pictures. */
export interface ObjectDetector extends AsyncDisposable {
  /** Version of the model, for records that must be re-runnable. */
  readonly version: string;
  /**
   * Looks at a picture.
   *
   * @throws VigilError `cancelled`, `inference-failed`, `picture-size-unsupported`
   */
  detect(frame: RgbFrame, options?: DetectOptions): Promise<ObjectDetections>;
}
