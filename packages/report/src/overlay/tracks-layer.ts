import type { Incident, IncidentTrack, PictureSize } from '@vigil/contracts';
import { type Html, html } from '../page-shell/html.ts';
import { overlayColours, pixel, strokeUnit } from './overlay-geometry.ts';

type Point = readonly [number, number];

/**
 * The path of each tracked thing: the foot of its box over time, a ring where it was first seen, a dot where it is at the
 * incident's peak, and its name.
 */
export function tracksLayer(incident: Incident, size: PictureSize): Html {
  return html`<g class="layer-tracks" fill="none" stroke-linecap="round" stroke-linejoin="round"
    >${incident.tracks.filter((track) => track.path.length > 0).map((track) => drawTrack(track, incident.peakSeconds, size))}</g
  >`;
}

function drawTrack(track: IncidentTrack, peakSeconds: number, size: PictureSize): Html {
  const unit = strokeUnit(size);
  const points = track.path.map(({ box }): Point => [
    (box.left + box.width / 2) * size.width,
    (box.top + box.height) * size.height,
  ]);
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${pixel(x)} ${pixel(y)}`).join('');
  const first = points[0] as Point;
  const here = points[nearest(track, peakSeconds)] as Point;
  const { halo, track: colour } = overlayColours;
  return html`<path d="${path}" stroke="${halo}" stroke-opacity="0.55" stroke-width="${pixel(unit * 3.4)}" /><path
      d="${path}"
      stroke="${colour}"
      stroke-width="${pixel(unit * 1.6)}"
    /><circle
      cx="${pixel(first[0])}"
      cy="${pixel(first[1])}"
      r="${pixel(unit * 3)}"
      stroke="${colour}"
      stroke-width="${pixel(unit * 1.4)}"
    /><circle
      cx="${pixel(here[0])}"
      cy="${pixel(here[1])}"
      r="${pixel(unit * 3.6)}"
      fill="${colour}"
      stroke="${halo}"
      stroke-width="${pixel(unit)}"
    />${drawName(track, here, size)}`;
}

function drawName(track: IncidentTrack, [x, y]: Point, size: PictureSize): Html {
  const unit = strokeUnit(size);
  const name = track.label === null ? `#${track.trackId}` : `${track.label} #${track.trackId}`;
  const fontSize = unit * 11;
  const onRight = x > size.width * 0.75;
  const baseline = Math.min(size.height - unit * 3, Math.max(fontSize, y + fontSize * 0.36));
  return html`<text
    x="${pixel(x + (onRight ? -7 : 7) * unit)}"
    y="${pixel(baseline)}"
    font-size="${pixel(fontSize)}"
    font-weight="600"
    text-anchor="${onRight ? 'end' : 'start'}"
    fill="${overlayColours.track}"
    stroke="${overlayColours.halo}"
    stroke-width="${pixel(unit * 2.6)}"
    paint-order="stroke"
    >${name}</text
  >`;
}

function nearest(track: IncidentTrack, seconds: number): number {
  let best = 0;
  track.path.forEach((step, index) => {
    if (Math.abs(step.seconds - seconds) < Math.abs((track.path[best] as typeof step).seconds - seconds)) best = index;
  });
  return best;
}
