import type { Incident, PictureSize } from '@vigil/contracts';
import { type Html, html } from '../page-shell/html.ts';
import { boxInPixels, overlayColours, pixel, strokeUnit } from './overlay-geometry.ts';

/** Boxes around what the incident is about, in the colour of its severity. */
export function boxesLayer(incident: Incident, size: PictureSize): Html {
  const unit = strokeUnit(size);
  const colour = overlayColours[incident.severity];
  return html`<g class="layer-boxes" fill="none" stroke-linejoin="round"
    >${incident.boundingBoxes.map((box) => {
      const { left, top, width, height } = boxInPixels(box, size);
      const shape = [pixel(left), pixel(top), pixel(width), pixel(height)] as const;
      const radius = pixel(unit * 2);
      return html`<rect
          x="${shape[0]}"
          y="${shape[1]}"
          width="${shape[2]}"
          height="${shape[3]}"
          rx="${radius}"
          stroke="${overlayColours.halo}"
          stroke-opacity="0.55"
          stroke-width="${pixel(unit * 3.6)}"
        /><rect
          x="${shape[0]}"
          y="${shape[1]}"
          width="${shape[2]}"
          height="${shape[3]}"
          rx="${radius}"
          stroke="${colour}"
          stroke-width="${pixel(unit * 1.8)}"
        />`;
    })}</g
  >`;
}
