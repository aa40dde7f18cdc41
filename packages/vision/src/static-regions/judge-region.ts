import type { BoundingBox, PictureSize } from '@vigil/contracts';
import type { PixelHistory } from '../background/pixel-history.ts';
import type { Component } from '../blobs/connected-components.ts';
import { measureOutline } from './outline.ts';
import { measurePatch, pixelsOf } from './region-patch.ts';
import type { StaticRegionEvent, StaticRegionSettings } from './static-region.ts';
import type { TrackMemory } from './track-memory.ts';

/** Why a region that changed and stays is no event, or the event it is. */
export type Verdict =
  | { readonly verdict: 'event'; readonly event: Omit<StaticRegionEvent, 'id'> }
  | {
      readonly verdict: 'rejected';
      readonly reason: 'shape' | 'light' | 'unknown-place' | 'came-by-itself' | 'went-by-itself' | 'unclear';
    };

/** The outline has edges twice as strong in one of picture and background as in the other. */
const clearlyDecided = 1 / 3;

/**
 * Looks at one region that changed and has stayed so.
 *
 * @param slipped tracks that rest there without anybody; none of them brought it
 */
export function judgeRegion(
  component: Component,
  box: BoundingBox,
  member: Uint8Array,
  history: Readonly<PixelHistory>,
  memory: TrackMemory,
  slipped: ReadonlySet<number>,
  timeSeconds: number,
  picture: PictureSize,
  settings: StaticRegionSettings,
): Verdict {
  const boxWidth = component.right - component.left;
  const boxHeight = component.bottom - component.top;
  const fill = component.areaPixels / (boxWidth * boxHeight);
  if (fill < 0.25 || Math.max(boxWidth, boxHeight) > 3.5 * Math.min(boxWidth, boxHeight))
    return { verdict: 'rejected', reason: 'shape' };
  const pixels = pixelsOf(component, picture);
  const patch = measurePatch(history, pixels);
  if (patch.knownSeconds < settings.minimumKnownSeconds) return { verdict: 'rejected', reason: 'unknown-place' };
  const samePattern = patch.backgroundTexture > 4 && patch.textureCorrelation > 0.75;
  const evenShade = patch.ratioSpread < 0.06 && patch.brightnessRatio > 0.55 && patch.brightnessRatio < 1.5;
  if (samePattern || evenShade) return { verdict: 'rejected', reason: 'light' };
  const edges = measureOutline(history, pixels, member, picture);
  const kind = edges.present >= edges.background ? 'left' : 'removed';
  const owner = memory.nearest(box, patch.sinceSeconds - 2.5, patch.sinceSeconds + 1.5, slipped);
  const area = box.width * box.height;
  // Of an owner in a crowd a part may be all that is seen; one who went on afterwards is not what rests there, unless that is as large.
  const selfAreaShareOf = (trackId: number): number =>
    memory.wentOn(trackId, box, patch.sinceSeconds) ? settings.departedAreaShare : settings.selfAreaShare;
  if (owner && area > selfAreaShareOf(owner.trackId) * owner.box.width * owner.box.height)
    return { verdict: 'rejected', reason: 'came-by-itself' };
  const decided = Math.abs(edges.present - edges.background) / (edges.present + edges.background + 1);
  // What walks off leaves a hole. Something stands there where the picture says so clearly, whoever sets out beside it.
  const isClearlyThere = kind === 'left' && decided > clearlyDecided;
  if (!isClearlyThere && memory.departedFrom(box, patch.sinceSeconds, settings.selfAreaShare))
    return { verdict: 'rejected', reason: 'went-by-itself' };
  const different = Math.min(1, patch.contrast / 30) * Math.min(1, 1.2 - Math.max(0, patch.textureCorrelation));
  const confidence = Math.min(1, (0.35 + 0.65 * Math.min(1, 2 * decided)) * (0.4 + 0.6 * different) * (owner ? 1 : 0.6));
  if (confidence < settings.minimumConfidence) return { verdict: 'rejected', reason: 'unclear' };
  return {
    verdict: 'event',
    event: {
      kind,
      box,
      sinceSeconds: patch.sinceSeconds,
      confirmedSeconds: timeSeconds,
      confidence,
      ownerTrackId: owner?.trackId ?? null,
    },
  };
}
