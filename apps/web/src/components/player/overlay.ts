import type { Incident } from '@vigil/contracts';

/** What of an incident can be laid over the picture. */
export type OverlayIncident = Pick<
  Incident,
  'id' | 'severity' | 'startSeconds' | 'endSeconds' | 'peakSeconds' | 'boundingBoxes' | 'tracks' | 'flowArrows' | 'skeletons'
>;

/** Layers that are switched one by one. */
export const overlayLayers = ['boxes', 'skeletons', 'flow'] as const;

/** A layer over the picture. */
export type OverlayLayer = (typeof overlayLayers)[number];

/** Where the picture lies in its place, CSS pixels. */
export interface PictureArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Bodies and flow are measured at one moment; they are shown for so long before and after it, seconds. */
const momentSeconds = 0.5;

/** Whether what was measured at a moment is shown now. */
export function isNear(measuredSeconds: number, seconds: number): boolean {
  return Math.abs(measuredSeconds - seconds) <= momentSeconds;
}

/** Incidents that go on at a media time. */
export function ongoing(incidents: readonly OverlayIncident[], seconds: number): OverlayIncident[] {
  return incidents.filter(
    ({ startSeconds, endSeconds }) => seconds >= startSeconds - momentSeconds && seconds <= endSeconds + momentSeconds,
  );
}

/** Which layers the incidents have anything for. */
export function layersOf(incidents: readonly OverlayIncident[]): readonly OverlayLayer[] {
  return overlayLayers.filter((layer) =>
    incidents.some(({ boundingBoxes, tracks, skeletons, flowArrows }) => {
      if (layer === 'boxes') return boundingBoxes.length > 0 || tracks.length > 0;
      return (layer === 'skeletons' ? skeletons : flowArrows).length > 0;
    }),
  );
}

/** The largest area of a picture's shape within a place, in its middle. */
export function fittedArea(place: { readonly width: number; readonly height: number }, aspect: number): PictureArea {
  const width = Math.min(place.width, place.height * aspect);
  const height = width / aspect;
  return { left: (place.width - width) / 2, top: (place.height - height) / 2, width, height };
}
