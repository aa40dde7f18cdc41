import type { BoundingBox } from '@vigil/contracts';

/** How a picture stands against the edges that its camera used to show. */
export interface CameraView {
  /** Places that have edges to judge by. */
  readonly judgedTiles: number;
  /** Share of these whose edges are where they used to be, 0 to 1. */
  readonly seenShare: number;
  /** Share of these whose edges are gone with nothing in their place, 0 to 1. */
  readonly emptyShare: number;
  /** How strong the edges still seen are, 1 as before: light and exposure change it. */
  readonly edgeGain: number;
  /** How much of the finest detail is left relative to the edges, 1 as before; NaN where it cannot be told. */
  readonly sharpness: number;
  /** By how much the view seems to have moved; null where it was not looked for. */
  readonly shift: {
    /** Fractions of the picture's width and height, x to the right and y down. */
    readonly x: number;
    readonly y: number;
    /** Likeness of the edges at this shift and without any, −1 to 1. */
    readonly likeness: number;
    readonly likenessUnmoved: number;
  } | null;
  /** Box around the places whose edges are gone, fractions of the picture; null where there are none. */
  readonly lostBox: BoundingBox | null;
}

/** What a moment's picture says about the camera itself. */
export interface CameraSample {
  /** Gray levels, 0 to 255: the mean, what 5 % are darker and 2 % are lighter than; and the share at 245 and more, 0 to 1. */
  readonly brightness: {
    readonly meanLevel: number;
    readonly lowLevel: number;
    readonly highLevel: number;
    readonly whiteShare: number;
  };
  readonly repetition: {
    /** Share of places that are as they were at the moment before, 0 to 1. */
    readonly repeatedShare: number;
    /** For how long nearly every place has been repeated, seconds. */
    readonly repeatedSeconds: number;
    /** Share of places that used to show noise and have now been repeated for much longer than ever before, 0 to 1. */
    readonly unusualShare: number;
  };
  readonly flicker: {
    /** Share of the picture whose light alternates, 0 to 1. */
    readonly share: number;
    /** Changes of light, up and down together, a second. */
    readonly swingsPerSecond: number;
  };
  /** Null while the scene is learned, for about the first two seconds, and where it has too few edges to judge by. */
  readonly view: CameraView | null;
  /** True at the moment from which on a new view, stable for ten seconds, counts as the camera's own. */
  readonly referenceRenewed: boolean;
}
