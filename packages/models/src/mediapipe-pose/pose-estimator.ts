import type { BoundingBox, RgbFrame } from '@vigil/contracts';
import type { PoseDetection } from './pose-detection.ts';
import type { PoseRegion } from './pose-region.ts';
import type { RefinementKernel } from './refine-landmarks.ts';

/** With a presence score up to this there is nobody in the region (MediaPipe's default). */
export const poseScoreThreshold = 0.5;

/** What the landmark model sees in a region. Outside of people it gives landmarks too: look at {@link PoseAnswer.score} first. */
export interface PoseAnswer {
  /** How sure the model is that there is a body, 0 to 1; above {@link poseScoreThreshold} there is one. */
  readonly score: number;
  /**
   * `[39, 5]`: x and y in fractions of the picture, which may leave 0 to 1; z on the scale of x, nearer is smaller, 0 at the hips; visibility and
   * presence 0 to 1. The first 33 are those of the body, 33 and 34 give the next region, the rest is of no use.
   */
  readonly landmarks: Float32Array;
  /** `[33, 3]` metres from the middle of the hips: x to the right, y down, z away from the camera. */
  readonly world: Float32Array;
  /** Where to look in the next picture. */
  readonly nextRegion: PoseRegion;
}

/** Settings of one look at a region. */
export interface LandmarkOptions {
  /** 7 where absent. */
  readonly kernel?: RefinementKernel;
  /** Calls the run off. */
  readonly signal?: AbortSignal;
}

/** Settings of one look for bodies. */
export interface PoseDetectOptions {
  /** The part of the picture to look at, in fractions of it; the whole picture where absent. In a part, small people appear larger. */
  readonly area?: BoundingBox;
  /** Calls the run off. */
  readonly signal?: AbortSignal;
}

/** Finds bodies in pictures and tells how they are held. Keeps nothing from one picture to the next. */
export interface PoseEstimator extends AsyncDisposable {
  /** Versions of the models by name, for records that must be re-runnable. */
  readonly versions: Readonly<Record<string, string>>;
  /**
   * Looks at a region in which there may be a body.
   *
   * @throws VigilError `cancelled`, `inference-failed`, `picture-size-unsupported`
   */
  landmarks(frame: RgbFrame, region: PoseRegion, options?: LandmarkOptions): Promise<PoseAnswer>;
  /**
   * Looks for bodies; best first. It is made for few and large people: where people are small or many, begin with the boxes of the object detector.
   *
   * @throws VigilError `cancelled`, `inference-failed`, `picture-size-unsupported`
   */
  detect(frame: RgbFrame, options?: PoseDetectOptions): Promise<PoseDetection[]>;
}
