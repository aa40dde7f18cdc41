import type { RgbFrame } from '@vigil/contracts';
import type { PoseDetection } from './pose-detection.ts';
import { type LandmarkOptions, type PoseAnswer, type PoseEstimator, poseScoreThreshold } from './pose-estimator.ts';
import type { PoseRegion } from './pose-region.ts';
import { PoseSmoother, type SmoothedPose } from './pose-smoother.ts';
import { regionOfDetection } from './region-of-detection.ts';

/** What a {@link PoseTracker} saw in one picture. */
export interface TrackedPose {
  /** What the detector found where it had to look; null where the person was known from the picture before, or nobody was found. */
  readonly detection: PoseDetection | null;
  /** Where the landmark model looked; null where nobody was found. */
  readonly region: PoseRegion | null;
  /** What it saw there; null where it did not look. */
  readonly answer: PoseAnswer | null;
  /** The person; null where there is none. */
  readonly pose: SmoothedPose | null;
}

/**
 * Follows one person through a video, as MediaPipe Pose does: the detector looks only where the person was lost. For scenes with one person near the camera; else
 * look at the boxes of tracked people.
 */
export class PoseTracker {
  readonly #estimator: PoseEstimator;
  readonly #options: LandmarkOptions;
  readonly #smoother = new PoseSmoother();
  #region: PoseRegion | null = null;

  /** @param options - of every look */
  constructor(estimator: PoseEstimator, options: LandmarkOptions = {}) {
    this.#estimator = estimator;
    this.#options = options;
  }

  /**
   * Looks at the next picture. One call at a time.
   *
   * @throws VigilError `cancelled`, `inference-failed`
   */
  async next(frame: RgbFrame): Promise<TrackedPose> {
    const { signal } = this.#options;
    const isLost = this.#region === null;
    const detection = isLost ? ((await this.#estimator.detect(frame, signal === undefined ? {} : { signal }))[0] ?? null) : null;
    const region = detection === null ? this.#region : regionOfDetection(detection, frame);
    const answer = region === null ? null : await this.#estimator.landmarks(frame, region, this.#options);
    const pose =
      answer !== null && answer.score > poseScoreThreshold ? this.#smoother.smooth(answer, frame, frame.timeSeconds) : null;
    if (pose === null) this.#smoother.lose();
    this.#region = pose?.nextRegion ?? null;
    return { detection, region, answer, pose };
  }
}
