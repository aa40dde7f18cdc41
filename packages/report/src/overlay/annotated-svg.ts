import type { Incident, PictureSize } from '@vigil/contracts';
import { html } from '../page-shell/html.ts';
import { boxesLayer } from './boxes-layer.ts';
import { flowLayer } from './flow-layer.ts';
import { skeletonsLayer } from './skeletons-layer.ts';
import { tracksLayer } from './tracks-layer.ts';

/** A kind of mark on a key frame; each is a group of class `layer-<name>`. */
export const overlayLayers = ['boxes', 'tracks', 'flow', 'skeletons'] as const;

/** A kind of mark on a key frame. */
export type OverlayLayer = (typeof overlayLayers)[number];

/**
 * The marks of an incident as one SVG document the size of its key frame, transparent where nothing is marked: boxes,
 * tracks with their paths, arrows of motion, bodies. It needs no style sheet, so it can be laid over the picture anywhere.
 */
export function renderAnnotatedSvg(
  incident: Incident,
  size: PictureSize,
  layers: readonly OverlayLayer[] = overlayLayers,
): string {
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${size.width}"
    height="${size.height}"
    viewBox="0 0 ${size.width} ${size.height}"
    font-family="system-ui, sans-serif"
  >
    ${layers.includes('flow') && flowLayer(incident, size)}${layers.includes('tracks') && tracksLayer(incident, size)}${layers.includes('boxes') && boxesLayer(incident, size)}${layers.includes('skeletons') && incident.skeletons.length > 0 && skeletonsLayer(incident, size)}
  </svg>`.markup;
}
