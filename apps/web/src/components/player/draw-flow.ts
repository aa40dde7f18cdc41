import type { Incident } from '@vigil/contracts';
import type { PictureArea } from './overlay.ts';
import { lineUnit, overlayColours, strokeWithHalo } from './overlay-stroke.ts';

/** An arrow is as long as the way that is covered in this time, seconds. */
const arrowSeconds = 0.25;
/** Longest arrow as a share of the longer side: one odd vector must not cross the picture. */
const longestShare = 0.15;

/** Draws the motion at the peak, an arrow from the middle of every cell that moves. */
export function drawFlow(context: CanvasRenderingContext2D, arrows: Incident['flowArrows'], area: PictureArea): void {
  const unit = lineUnit(area);
  const longest = Math.max(area.width, area.height) * longestShare;
  const path = new Path2D();
  for (const { x, y, dx, dy } of arrows) {
    const wayX = dx * area.width * arrowSeconds;
    const wayY = dy * area.height * arrowSeconds;
    const length = Math.hypot(wayX, wayY);
    if (length < 1) continue;
    const scale = Math.min(1, longest / length);
    addArrow(path, area.left + x * area.width, area.top + y * area.height, wayX * scale, wayY * scale, unit * 4);
  }
  strokeWithHalo(context, path, overlayColours.flow, unit * 1.2);
}

function addArrow(path: Path2D, x: number, y: number, wayX: number, wayY: number, headLength: number): void {
  const angle = Math.atan2(wayY, wayX);
  const head = Math.min(headLength, Math.hypot(wayX, wayY) / 2);
  const [tipX, tipY] = [x + wayX, y + wayY];
  path.moveTo(x, y);
  path.lineTo(tipX, tipY);
  for (const side of [-0.5, 0.5]) {
    path.moveTo(tipX - head * Math.cos(angle + side), tipY - head * Math.sin(angle + side));
    path.lineTo(tipX, tipY);
  }
}
