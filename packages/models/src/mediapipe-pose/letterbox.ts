import type { BoundingBox, PictureSize } from '@vigil/contracts';
import type { PoseDetection } from './pose-detection.ts';
import type { PosePoint, PoseRegion } from './pose-region.ts';

/** The smallest upright square around a part of a picture: what the pose detector is shown, with black beside the picture. */
export function letterboxOf(area: BoundingBox, picture: PictureSize): PoseRegion {
  const sidePixels = Math.max(area.width * picture.width, area.height * picture.height);
  return {
    centerX: area.left + area.width / 2,
    centerY: area.top + area.height / 2,
    width: sidePixels / picture.width,
    height: sidePixels / picture.height,
    rotationRadians: 0,
  };
}

/** A detection in fractions of an upright square, in fractions of the picture. */
export function fromLetterbox(square: PoseRegion, detection: PoseDetection): PoseDetection {
  const place = ({ x, y }: PosePoint): PosePoint => ({
    x: square.centerX + (x - 0.5) * square.width,
    y: square.centerY + (y - 0.5) * square.height,
  });
  const { left, top, width, height } = detection.box;
  const corner = place({ x: left, y: top });
  return {
    score: detection.score,
    box: { left: corner.x, top: corner.y, width: width * square.width, height: height * square.height },
    keyPoints: detection.keyPoints.map(place),
  };
}
