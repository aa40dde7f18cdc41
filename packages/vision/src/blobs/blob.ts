import type { BoundingBox } from '@vigil/contracts';

/** A connected piece of foreground. */
export interface Blob {
  /** Outline in fractions of the picture. */
  readonly box: BoundingBox;
  /** Foreground pixels. */
  readonly areaPixels: number;
  /** Centre of gravity, fractions of the picture. */
  readonly centroidX: number;
  readonly centroidY: number;
  /** Mean luma of the upper, middle and lower third of the box over its foreground, 0 to 255: what tells people who pass each other apart. */
  readonly tones: readonly [number, number, number];
}

/** What counts as a blob. */
export interface BlobSettings {
  /** Smallest foreground area, share of the picture. */
  readonly minimumAreaShare: number;
  /** Smallest height and width of a blob, share of the picture height: thinner things are cables, tape, edges that tremble. */
  readonly minimumSideShare: number;
  /** Pieces this close to each other are one blob, pixels. */
  readonly joinPixels: number;
}

/** Settings that fit any source: the smallest walker is about 5 × 12 pixels of a 360 × 270 picture. */
export const defaultBlobSettings: BlobSettings = { minimumAreaShare: 0.00035, minimumSideShare: 0.016, joinPixels: 1 };
