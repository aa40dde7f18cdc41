import type { PictureSize } from '@vigil/contracts';
import { maskValues, type PixelHistory } from '../background/pixel-history.ts';
import { cleanMask } from '../blobs/clean-mask.ts';
import type { Component } from '../blobs/connected-components.ts';
import { pixelsOf } from './region-patch.ts';

/** A pixel belongs to a region when its thing has been there for this share of the time asked for ... */
const youngShare = 0.4;
/** ... and is mature when it has been in sight for this share of it, since people may pass in front. */
const seenShare = 0.7;
/** A region is judged when this share of its pixels is mature. */
const matureShare = 0.6;

/** `[height, width]` 1 where the same thing has stood before the background for a while, without specks. */
export function settledMask(history: Readonly<PixelHistory>, picture: PictureSize, confirmSeconds: number): Uint8Array {
  const { mask, candidateSeconds } = history;
  const settled = new Uint8Array(mask.length);
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] !== maskValues.background && candidateSeconds[i] >= youngShare * confirmSeconds) settled[i] = 1;
  }
  const cleaned = new Uint8Array(mask.length);
  cleanMask(settled, picture.width, picture.height, 1, cleaned);
  return cleaned;
}

/** Whether most of a component has stood there for as long as is asked for. */
export function isMature(
  component: Component,
  history: Readonly<PixelHistory>,
  picture: PictureSize,
  confirmSeconds: number,
  timeSeconds: number,
): boolean {
  let mature = 0;
  for (const i of pixelsOf(component, picture)) {
    if (history.candidateSeconds[i] >= seenShare * confirmSeconds && timeSeconds - history.candidateSince[i] >= confirmSeconds)
      mature++;
  }
  return mature >= matureShare * component.areaPixels;
}
