import type { BoundingBox, PictureSize, RgbFrame } from '@vigil/contracts';
import type { LandmarkOptions, PoseAnswer, PoseEstimator } from './pose-estimator.ts';
import { poseScoreThreshold } from './pose-estimator.ts';
import { isTooSmallForPose, type PoseRegion, regionOfBox } from './pose-region.ts';
import { regionOfDetection } from './region-of-detection.ts';

/** How the person in a box is held, or why that cannot be told. */
export type PersonPose =
  | { readonly state: 'measured'; readonly answer: PoseAnswer }
  | { readonly state: 'unavailable'; readonly reason: 'too-small' | 'not-found' };

/**
 * How far around a box the body is looked for, as parts of the box on each side: first near, then far, since of people who lie object detectors often find the
 * legs alone.
 */
const areaMargins = [0.25, 1];
/** From boxes this much higher than wide a body is taken to be upright where the pose detector finds none. */
const uprightRatio = 1.5;
/** A body belongs to a box when the middle of its hips is no farther outside of it than this part of its long side. */
const centerMargin = 0.1;
/** Side of a region that belongs to a box, in long sides of the box: crouching people have large regions. */
const sideRange = { least: 0.7, most: 3.2 };

/**
 * Tells how a person is held whose box a detector or a tracker gave. Where the person was looked at shortly before, the landmark model alone looks; else, and where
 * what it sees does not belong to the box, the pose detector looks at the surroundings of the box first, since a box does not tell where the head is and the
 * presence score is high also for bodies that are seen upside down.
 *
 * @param box - in fractions of the picture
 * @param known - `nextRegion` of the last look at this person, no more than a second ago; null where there is none
 * @throws VigilError `cancelled`, `inference-failed`
 */
export async function lookAtPerson(
  estimator: PoseEstimator,
  frame: RgbFrame,
  box: BoundingBox,
  known: PoseRegion | null,
  options: LandmarkOptions = {},
): Promise<PersonPose> {
  if (isTooSmallForPose(box, frame)) return { state: 'unavailable', reason: 'too-small' };
  const look = async (region: PoseRegion): Promise<PersonPose | null> => {
    const answer = await estimator.landmarks(frame, region, options);
    const isPerson = answer.score > poseScoreThreshold && belongsTo(answer.nextRegion, box, frame);
    return isPerson ? { state: 'measured', answer } : null;
  };
  const followed = known !== null && belongsTo(known, box, frame) ? await look(known) : null;
  if (followed !== null) return followed;
  const { signal } = options;
  for (const margin of areaMargins) {
    const area = around(box, margin);
    const detections = await estimator.detect(frame, { area, ...(signal === undefined ? {} : { signal }) });
    const regions = detections.map((detection) => regionOfDetection(detection, frame));
    const region = regions.find((one) => belongsTo(one, box, frame));
    const found = region === undefined ? null : await look(region);
    if (found !== null) return found;
  }
  const isUpright = box.height * frame.height >= uprightRatio * box.width * frame.width;
  return (isUpright ? await look(regionOfBox(box, frame)) : null) ?? { state: 'unavailable', reason: 'not-found' };
}

function around(box: BoundingBox, margin: number): BoundingBox {
  return {
    left: box.left - margin * box.width,
    top: box.top - margin * box.height,
    width: box.width * (1 + 2 * margin),
    height: box.height * (1 + 2 * margin),
  };
}

function belongsTo(region: PoseRegion, box: BoundingBox, picture: PictureSize): boolean {
  const longSide = Math.max(box.width * picture.width, box.height * picture.height);
  const outsideX = Math.max(box.left - region.centerX, region.centerX - box.left - box.width, 0) * picture.width;
  const outsideY = Math.max(box.top - region.centerY, region.centerY - box.top - box.height, 0) * picture.height;
  const side = (region.width * picture.width) / longSide;
  return Math.hypot(outsideX, outsideY) <= centerMargin * longSide && side >= sideRange.least && side <= sideRange.most;
}
