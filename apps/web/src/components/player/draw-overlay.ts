import type { OverlayIncident, OverlayLayer, PictureArea } from './overlay.ts';
import { isNear, ongoing } from './overlay.ts';
import { drawBoxes } from './draw-boxes.ts';
import { drawFlow } from './draw-flow.ts';
import { drawSkeleton } from './draw-skeleton.ts';

/** What is drawn over which part of the canvas. */
export interface OverlayDrawing {
  readonly incidents: readonly OverlayIncident[];
  readonly layers: ReadonlySet<OverlayLayer>;
  readonly area: PictureArea;
  /** Media time of the picture, seconds. */
  readonly seconds: number;
}

/** Draws the layers of the incidents that go on at the picture's time. */
export function drawOverlay(context: CanvasRenderingContext2D, { incidents, layers, area, seconds }: OverlayDrawing): void {
  for (const incident of ongoing(incidents, seconds)) {
    if (layers.has('flow') && isNear(incident.peakSeconds, seconds)) drawFlow(context, incident.flowArrows, area);
    if (layers.has('boxes')) drawBoxes(context, incident, area, seconds);
    if (!layers.has('skeletons')) continue;
    for (const skeleton of incident.skeletons) {
      if (isNear(skeleton.seconds, seconds)) drawSkeleton(context, skeleton, area);
    }
  }
}
