import type { PictureSize } from '@vigil/contracts';
import { type OneEuroSettings, type OneEuroState, smoothOneEuro } from './one-euro-filter.ts';
import type { PoseAnswer } from './pose-estimator.ts';
import { hipCenterLandmark, landmarkValues, poseWorldLandmarkCount, trackedLandmarkCount } from './pose-landmarks.ts';
import { bodyRadiusPixels, type PoseRegion } from './pose-region.ts';
import { regionOfLandmarks } from './region-of-landmarks.ts';

// The settings of MediaPipe's graph pose_landmark_filtering.
const bodySettings: OneEuroSettings = { leastCutoffHz: 0.05, beta: 80, speedCutoffHz: 1 };
const regionSettings: OneEuroSettings = { leastCutoffHz: 0.01, beta: 10, speedCutoffHz: 1 };
const worldSettings: OneEuroSettings = { leastCutoffHz: 0.1, beta: 40, speedCutoffHz: 1 };
const visibilityShare = 0.1;

/** What a {@link PoseSmoother} remembers of a person. Plain data: it can be cloned and written to disk. */
export interface PoseSmootherState {
  readonly body: OneEuroState | null;
  readonly region: OneEuroState | null;
  readonly world: OneEuroState | null;
  /** Smoothed visibility of the 33 landmarks of the body. */
  readonly visibility: Float64Array | null;
}

/** Landmarks of a person after smoothing. */
export interface SmoothedPose {
  /** `[35, 5]` like {@link PoseAnswer.landmarks}. Presence is not smoothed. */
  readonly landmarks: Float32Array;
  /** `[33, 3]` like {@link PoseAnswer.world}. */
  readonly world: Float32Array;
  /** Where to look in the next picture: calmer than that of a single answer. */
  readonly nextRegion: PoseRegion;
}

/** Smooths the landmarks of one person from picture to picture, as MediaPipe Pose does. */
export class PoseSmoother {
  #state: PoseSmootherState;

  /** @param state - of an earlier {@link PoseSmoother.snapshot}; absent for a new person */
  constructor(state: PoseSmootherState = { body: null, region: null, world: null, visibility: null }) {
    this.#state = state;
  }

  /**
   * Takes in the answer to the next picture.
   *
   * @param timeSeconds - media time of the picture; with a time that is not later than the last one, places come out as they are
   */
  smooth(answer: PoseAnswer, picture: PictureSize, timeSeconds: number): SmoothedPose {
    const { landmarks, world } = answer;
    const pixels = placesInPixels(landmarks, picture);
    const valueScale = 0.5 / bodyRadiusPixels(pointOf(landmarks, 0), pointOf(landmarks, 1), picture);
    const body = smoothOneEuro(bodySettings, this.#state.body, pixels.subarray(0, bodyPlaces), timeSeconds, valueScale);
    const region = smoothOneEuro(regionSettings, this.#state.region, pixels.subarray(bodyPlaces), timeSeconds, valueScale);
    const metres = smoothOneEuro(worldSettings, this.#state.world, Float64Array.from(world), timeSeconds, 1);
    const visibility = smoothVisibility(this.#state.visibility, landmarks);
    this.#state = { body, region, world: metres, visibility };
    const smoothed = landmarks.slice(0, trackedLandmarkCount * landmarkValues);
    writePlaces(smoothed, [...body.smooth, ...region.smooth], picture);
    visibility.forEach((value, landmark) => (smoothed[landmark * landmarkValues + 3] = value));
    return {
      landmarks: smoothed,
      world: Float32Array.from(metres.smooth),
      nextRegion: regionOfLandmarks(smoothed, picture),
    };
  }

  /** Says that the person was lost: places in the picture start afresh, visibility and places in metres go on. */
  lose(): void {
    this.#state = { ...this.#state, body: null, region: null };
  }

  /** All that is remembered. Later pictures do not change it. */
  snapshot(): PoseSmootherState {
    return this.#state;
  }
}

const bodyPlaces = 3 * poseWorldLandmarkCount;

function pointOf(landmarks: Float32Array, after: number): { x: number; y: number } {
  const at = (hipCenterLandmark + after) * landmarkValues;
  return { x: landmarks[at], y: landmarks[at + 1] };
}

/** `[35, 3]` x, y, z in pixels. */
function placesInPixels(landmarks: Float32Array, picture: PictureSize): Float64Array {
  const scales = [picture.width, picture.height, picture.width];
  return Float64Array.from(
    { length: 3 * trackedLandmarkCount },
    (_, index) => landmarks[Math.floor(index / 3) * landmarkValues + (index % 3)] * scales[index % 3],
  );
}

function writePlaces(landmarks: Float32Array, pixels: readonly number[], picture: PictureSize): void {
  const scales = [picture.width, picture.height, picture.width];
  pixels.forEach((value, index) => {
    landmarks[Math.floor(index / 3) * landmarkValues + (index % 3)] = value / scales[index % 3];
  });
}

function smoothVisibility(last: Float64Array | null, landmarks: Float32Array): Float64Array {
  return Float64Array.from({ length: poseWorldLandmarkCount }, (_, landmark) => {
    const value = landmarks[landmark * landmarkValues + 3];
    return last === null ? value : last[landmark] + visibilityShare * (value - last[landmark]);
  });
}
