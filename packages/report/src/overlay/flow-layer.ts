import type { Incident, PictureSize } from '@vigil/contracts';
import { type Html, html } from '../page-shell/html.ts';
import { overlayColours, pixel, strokeUnit } from './overlay-geometry.ts';

/** An arrow is as long as the way that is covered in this time, seconds. */
const arrowSeconds = 0.25;

/** Longest arrow, as a share of the longer side of the picture: one odd vector must not cross the whole picture. */
const longestShare = 0.15;

/** Arrows of motion at the key frame, from the centre of each cell. */
export function flowLayer(incident: Incident, size: PictureSize): Html {
  const unit = strokeUnit(size);
  const longest = Math.max(size.width, size.height) * longestShare;
  const paths = incident.flowArrows.map((arrow) => {
    const wayX = arrow.dx * size.width * arrowSeconds;
    const wayY = arrow.dy * size.height * arrowSeconds;
    const length = Math.hypot(wayX, wayY);
    if (length < unit) return '';
    const scale = Math.min(1, longest / length);
    return arrowPath(arrow.x * size.width, arrow.y * size.height, wayX * scale, wayY * scale, unit);
  });
  const d = paths.join('');
  return html`<g class="layer-flow" fill="none" stroke-linecap="round" stroke-linejoin="round"
    ><path d="${d}" stroke="${overlayColours.halo}" stroke-opacity="0.5" stroke-width="${pixel(unit * 2.8)}" /><path
      d="${d}"
      stroke="${overlayColours.flow}"
      stroke-width="${pixel(unit * 1.3)}"
  /></g>`;
}

function arrowPath(x: number, y: number, wayX: number, wayY: number, unit: number): string {
  const length = Math.hypot(wayX, wayY);
  const head = Math.min(unit * 4, length * 0.5);
  const [alongX, alongY] = [wayX / length, wayY / length];
  const [tipX, tipY] = [x + wayX, y + wayY];
  const wing = (side: number): string =>
    `${pixel(tipX - head * (alongX + side * 0.6 * alongY))} ${pixel(tipY - head * (alongY - side * 0.6 * alongX))}`;
  return `M${pixel(x)} ${pixel(y)}L${pixel(tipX)} ${pixel(tipY)}M${wing(1)}L${pixel(tipX)} ${pixel(tipY)}L${wing(-1)}`;
}
