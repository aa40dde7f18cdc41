import type { BoundingBox } from '@vigil/contracts';
import type { OverlayIncident, PictureArea } from './overlay.ts';
import { isNear } from './overlay.ts';
import { lineUnit, overlayColours, strokeWithHalo } from './overlay-stroke.ts';
import { boxAt } from './track-box.ts';

/** Draws the tracked things of an incident where they are now with the way they came, and its own boxes about its peak. */
export function drawBoxes(
  context: CanvasRenderingContext2D,
  { tracks, boundingBoxes, severity, peakSeconds }: OverlayIncident,
  area: PictureArea,
  seconds: number,
): void {
  const unit = lineUnit(area);
  for (const track of tracks) {
    const box = boxAt(track, seconds);
    if (box === null) continue;
    strokeWithHalo(context, trailOf(track.path, seconds, area), overlayColours.track, unit);
    strokeWithHalo(context, rectangle(box, area, unit), overlayColours.track, unit * 1.4);
    drawName(context, track.label === null ? `#${track.trackId}` : `${track.label} #${track.trackId}`, box, area);
  }
  // where something is followed its track says where it is; the incident's own boxes are those of the peak
  if (tracks.length > 0 && !isNear(peakSeconds, seconds)) return;
  // away from the peak they are where it was, not where it is
  if (!isNear(peakSeconds, seconds)) context.setLineDash([unit * 5, unit * 5]);
  for (const box of boundingBoxes) strokeWithHalo(context, rectangle(box, area, unit), overlayColours[severity], unit * 1.8);
  context.setLineDash([]);
}

function rectangle({ left, top, width, height }: BoundingBox, area: PictureArea, unit: number): Path2D {
  const path = new Path2D();
  const x = area.left + left * area.width;
  const y = area.top + top * area.height;
  path.roundRect(x, y, width * area.width, height * area.height, unit * 2);
  return path;
}

/** The way of the feet over the last seconds. */
function trailOf(path: OverlayIncident['tracks'][number]['path'], seconds: number, area: PictureArea): Path2D {
  const trail = new Path2D();
  let isBegun = false;
  for (const { seconds: at, box } of path) {
    if (at < seconds - 3 || at > seconds) continue;
    const x = area.left + (box.left + box.width / 2) * area.width;
    const y = area.top + (box.top + box.height) * area.height;
    if (isBegun) trail.lineTo(x, y);
    else trail.moveTo(x, y);
    isBegun = true;
  }
  return trail;
}

function drawName(context: CanvasRenderingContext2D, name: string, { left, top }: BoundingBox, area: PictureArea): void {
  const size = Math.max(11, lineUnit(area) * 7);
  context.font = `600 ${size}px system-ui, sans-serif`;
  context.textBaseline = 'bottom';
  const x = Math.max(area.left + 2, area.left + left * area.width);
  const y = Math.max(area.top + size + 4, area.top + top * area.height - 3);
  const { width } = context.measureText(name);
  context.fillStyle = overlayColours.halo;
  context.fillRect(x - 2, y - size - 2, width + 6, size + 4);
  context.fillStyle = overlayColours.track;
  context.fillText(name, x + 1, y);
}
