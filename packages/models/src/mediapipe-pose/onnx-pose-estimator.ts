import { type RgbFrame, VigilError } from '@vigil/contracts';
import type { InstalledModel } from '../cache/install-model.ts';
import { wholePicture } from '../object-detector/tiles.ts';
import type { InferencePool } from '../runtime/inference-pool.ts';
import type { NamedTensors } from '../runtime/inference-tensor.ts';
import { decodeLandmarks, decodeWorldLandmarks, landmarkInputSize } from './decode-landmarks.ts';
import { decodePoseDetections, poseDetectorInputSize } from './decode-pose-detections.ts';
import { fromLetterbox, letterboxOf } from './letterbox.ts';
import { mergePoseDetections } from './merge-pose-detections.ts';
import { makePoseAnchors } from './pose-anchors.ts';
import type { PoseDetection } from './pose-detection.ts';
import type { LandmarkOptions, PoseAnswer, PoseDetectOptions, PoseEstimator } from './pose-estimator.ts';
import type { PoseRegion } from './pose-region.ts';
import { projectLandmarks } from './project-landmarks.ts';
import { refineLandmarks } from './refine-landmarks.ts';
import { regionOfLandmarks } from './region-of-landmarks.ts';
import { sampleRegion } from './sample-region.ts';

const leastDetectionScore = 0.5;
const detectorLevels = Float32Array.from({ length: 256 }, (_, level) => level / 127.5 - 1);
const landmarkLevels = Float32Array.from({ length: 256 }, (_, level) => level / 255);

/** MediaPipe Pose on ONNX Runtime. It shares the pool with other models and does not dispose of it. */
export class OnnxPoseEstimator implements PoseEstimator {
  readonly versions: Readonly<Record<string, string>>;
  readonly #pool: InferencePool;
  readonly #detectorId: string;
  readonly #landmarkerId: string;
  readonly #anchors = makePoseAnchors();

  private constructor(pool: InferencePool, detector: InstalledModel, landmarker: InstalledModel) {
    this.#pool = pool;
    this.#detectorId = `${detector.name}@${detector.version}`;
    this.#landmarkerId = `${landmarker.name}@${landmarker.version}`;
    this.versions = { [detector.name]: detector.version, [landmarker.name]: landmarker.version };
  }

  /**
   * Puts the installed models into the pool. A worker loads each of them with its first run.
   *
   * @throws VigilError `model-unavailable`, `memory-budget-exceeded`
   */
  static async create(pool: InferencePool, detector: InstalledModel, landmarker: InstalledModel): Promise<OnnxPoseEstimator> {
    const estimator = new OnnxPoseEstimator(pool, detector, landmarker);
    await pool.addModel({ id: estimator.#detectorId, path: detector.path });
    await pool.addModel({ id: estimator.#landmarkerId, path: landmarker.path });
    return estimator;
  }

  /** Looks at a region in which there may be a body; see {@link PoseEstimator.landmarks}. */
  async landmarks(frame: RgbFrame, region: PoseRegion, options: LandmarkOptions = {}): Promise<PoseAnswer> {
    const size = landmarkInputSize;
    const answers = await this.#pool.run(
      this.#landmarkerId,
      () => ({ image: { data: sampleRegion(frame, region, size, 'edge', landmarkLevels), shape: [1, 3, size, size] } }),
      options.signal === undefined ? {} : { signal: options.signal },
    );
    const landmarks = decodeLandmarks(floats(answers, 'landmarks'));
    refineLandmarks(landmarks, floats(answers, 'heatMap'), options.kernel ?? 7);
    projectLandmarks(landmarks, region);
    return {
      score: floats(answers, 'score')[0],
      landmarks,
      world: decodeWorldLandmarks(floats(answers, 'world'), region.rotationRadians),
      nextRegion: regionOfLandmarks(landmarks, frame),
    };
  }

  /** Looks for bodies; see {@link PoseEstimator.detect}. */
  async detect(frame: RgbFrame, options: PoseDetectOptions = {}): Promise<PoseDetection[]> {
    const size = poseDetectorInputSize;
    const square = letterboxOf(options.area ?? wholePicture, frame);
    const answers = await this.#pool.run(
      this.#detectorId,
      () => ({ image: { data: sampleRegion(frame, square, size, 'black', detectorLevels), shape: [1, 3, size, size] } }),
      options.signal === undefined ? {} : { signal: options.signal },
    );
    const candidates = decodePoseDetections(
      floats(answers, 'boxes'),
      floats(answers, 'scores'),
      this.#anchors,
      leastDetectionScore,
    );
    return mergePoseDetections(candidates).map((detection) => fromLetterbox(square, detection));
  }

  /** Takes the models out of the pool. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#pool.removeModel(this.#detectorId);
    this.#pool.removeModel(this.#landmarkerId);
  }
}

function floats(answers: NamedTensors, name: string): Float32Array {
  const tensor = answers[name];
  if (!(tensor?.data instanceof Float32Array))
    throw new VigilError('inference-failed', `A pose model gave no float32 output ${name}`);
  return tensor.data;
}
