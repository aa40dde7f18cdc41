import type { Skeleton } from '@vigil/contracts';
import type { PictureArea } from './overlay.ts';
import { lineUnit, overlayColours, strokeWithHalo } from './overlay-stroke.ts';

/** Landmarks less visible than this are guesses of the model, and are not drawn. */
const leastVisibility = 0.4;

/** Limbs between the landmarks of BlazePose: odd numbers are the person's left side, even ones the right. */
const limbs = [
  { colour: overlayColours.trunk, joints: [11, 12, 24, 23, 11] },
  { colour: overlayColours.left, joints: [11, 13, 15, 19] },
  { colour: overlayColours.right, joints: [12, 14, 16, 20] },
  { colour: overlayColours.left, joints: [23, 25, 27, 31] },
  { colour: overlayColours.right, joints: [24, 26, 28, 32] },
  { colour: overlayColours.trunk, joints: [7, 2, 0, 5, 8] },
] as const;

/** Draws one body: trunk white, left side orange, right side blue. */
export function drawSkeleton(context: CanvasRenderingContext2D, { landmarks }: Skeleton, area: PictureArea): void {
  const unit = lineUnit(area);
  const x = (joint: number): number => area.left + landmarks[joint][0] * area.width;
  const y = (joint: number): number => area.top + landmarks[joint][1] * area.height;
  const isSeen = (joint: number): boolean => landmarks[joint][2] >= leastVisibility;
  for (const { colour, joints } of limbs) {
    const path = new Path2D();
    for (const [place, joint] of joints.entries()) {
      const before = joints.at(place - 1);
      if (place === 0 || before === undefined || !isSeen(joint) || !isSeen(before)) continue;
      path.moveTo(x(before), y(before));
      path.lineTo(x(joint), y(joint));
    }
    strokeWithHalo(context, path, colour, unit * 1.6);
  }
  for (const { colour, joints } of limbs) {
    context.fillStyle = colour;
    for (const joint of joints) {
      if (!isSeen(joint)) continue;
      context.beginPath();
      context.arc(x(joint), y(joint), unit * 2, 0, 2 * Math.PI);
      context.fill();
    }
  }
}
