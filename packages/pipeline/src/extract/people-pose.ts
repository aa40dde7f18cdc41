import { type BoundingBox, intersectionOverUnion, type RgbFrame } from '@vigil/contracts';
import {
  type PoseAnswer,
  type PoseEstimator,
  type PoseRegion,
  poseScoreThreshold,
  regionOfBox,
  regionOfDetection,
} from '@vigil/models';
import { overlapOfSmaller } from './people-geometry.ts';

/** Landmarks of a body; the model gives more. */
const bodyLandmarks = 33;
/** Numbers of a landmark in the model's answer. */
const answerValues = 5;
/** Side of the area in which the pose detector looks for the body of a box, long sides of the box. */
const areaScale = 1.5;
/** The same where the person is looked for outside of the box, too. */
const searchScale = 2.5;
/** Below this score there is nobody; between it and the model's own threshold the region may be a bit off, as in a fast fall. */
const leastHope = 0.2;
/** A body shorter than this share of the region has collapsed into a corner of it. */
const leastExtent = 0.25;
/** Share of the landmarks that must lie in the picture. */
const leastInside = 0.4;
/** The box of the landmarks and the box they were looked for in must have this in common. */
const leastAgreement = 0.25;

/** A pose that was found in a picture and passed the checks. */
export interface FoundPose {
  readonly score: number;
  /** Around the landmarks, within the picture. */
  readonly box: BoundingBox;
  /** `[33, 3]`: x and y as fractions of the picture, visibility 0 to 1. */
  readonly landmarks: Float32Array;
  /** `[33, 3]`: metres from the middle of the hips, y down. */
  readonly world: Float32Array;
  readonly nextRegion: PoseRegion;
}

/** Finds the pose of one person in a picture; null where there is none that can be believed. */
export class PoseFinder {
  readonly #estimator: PoseEstimator;
  readonly #options: { readonly signal?: AbortSignal };

  constructor(estimator: PoseEstimator, signal: AbortSignal | undefined) {
    this.#estimator = estimator;
    this.#options = signal ? { signal } : {};
  }

  /** Looks where the person was to be expected, and once more where a doubtful answer points. */
  async inRegion(picture: RgbFrame, region: PoseRegion): Promise<FoundPose | null> {
    const answer = await this.#estimator.landmarks(picture, region, this.#options);
    const found = checked(answer, region);
    return found || !(answer.score > leastHope) ? found : this.#again(picture, answer);
  }

  /** Looks in a box of the object detector: the pose detector tells how the body is turned; without it upright is tried. */
  async inBox(picture: RgbFrame, box: BoundingBox): Promise<FoundPose | null> {
    const turned = await this.#inArea(picture, areaOf(box, picture, areaScale));
    if (turned && agrees(turned.box, box)) return turned;
    const upright = await this.#estimator.landmarks(picture, regionOfBox(box, picture), this.#options);
    const found = upright.score > leastHope ? await this.#again(picture, upright) : null;
    return found && agrees(found.box, box) ? found : null;
  }

  /** Looks for somebody who was in a box a moment ago and may have fallen out of it. */
  async nearBox(picture: RgbFrame, box: BoundingBox): Promise<FoundPose | null> {
    const found = await this.#inArea(picture, areaOf(box, picture, searchScale));
    return found && overlapOfSmaller(found.box, areaOf(box, picture, areaScale)) > 0.5 ? found : null;
  }

  async #inArea(picture: RgbFrame, area: BoundingBox): Promise<FoundPose | null> {
    const [body] = await this.#estimator.detect(picture, { area, ...this.#options });
    return body ? this.inRegion(picture, regionOfDetection(body, picture)) : null;
  }

  async #again(picture: RgbFrame, { nextRegion }: PoseAnswer): Promise<FoundPose | null> {
    return checked(await this.#estimator.landmarks(picture, nextRegion, this.#options), nextRegion);
  }
}

/** A square around a box, so many times as long as the box's long side. */
function areaOf(box: BoundingBox, picture: RgbFrame, scale: number): BoundingBox {
  const side = scale * Math.max(box.width * picture.width, box.height * picture.height);
  const [width, height] = [side / picture.width, side / picture.height];
  return { left: box.left + box.width / 2 - width / 2, top: box.top + box.height / 2 - height / 2, width, height };
}

function agrees(found: BoundingBox, box: BoundingBox): boolean {
  return intersectionOverUnion(found, box) > leastAgreement && overlapOfSmaller(found, box) > 0.5;
}

/** What the model gives where nobody is looks like a body too: its score, its extent and its place tell. */
function checked(answer: PoseAnswer, region: PoseRegion): FoundPose | null {
  if (!(answer.score > poseScoreThreshold)) return null;
  const landmarks = new Float32Array(3 * bodyLandmarks);
  let inside = 0;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < bodyLandmarks; i++) {
    const [x, y] = [answer.landmarks[i * answerValues], answer.landmarks[i * answerValues + 1]];
    landmarks.set([x, y, answer.landmarks[i * answerValues + 3]], 3 * i);
    if (x > 0 && x < 1 && y > 0 && y < 1) inside += 1;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const extent = Math.max((right - left) / region.width, (bottom - top) / region.height);
  const { centerX, centerY } = answer.nextRegion;
  const isPlaced = centerX > -0.1 && centerX < 1.1 && centerY > -0.1 && centerY < 1.1;
  if (extent < leastExtent || inside < leastInside * bodyLandmarks || !isPlaced) return null;
  [left, top] = [Math.max(0, left), Math.max(0, top)];
  const box = { left, top, width: Math.min(1, right) - left, height: Math.min(1, bottom) - top };
  return { score: answer.score, box, landmarks, world: answer.world, nextRegion: answer.nextRegion };
}
