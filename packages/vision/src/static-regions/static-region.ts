import type { BoundingBox } from '@vigil/contracts';

/** An object that was left behind, or taken away. */
export interface StaticRegionEvent {
  /** 1 for the first event of a source, then ascending. */
  readonly id: number;
  readonly kind: 'left' | 'removed';
  readonly box: BoundingBox;
  /** When the object first appeared, or was first missing, media time in seconds. */
  readonly sinceSeconds: number;
  /** When it had been so for long enough to be sure. */
  readonly confirmedSeconds: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** The track that was nearest when it happened; null where nothing moved near. */
  readonly ownerTrackId: number | null;
}

/**
 * The end of an event. `gone`: the place looks as before; `absorbed`: it has been so for so long that it is normal now;
 * `replaced`: the place changed again after that; `restarted`: the light or the scene changed.
 */
export interface StaticRegionEnd {
  readonly event: StaticRegionEvent;
  readonly endSeconds: number;
  readonly reason: 'gone' | 'absorbed' | 'replaced' | 'restarted';
}

/** What {@link StaticRegions.update} found. */
export interface StaticRegionReport {
  /** Each event once, in the frame that confirms it. */
  readonly started: readonly StaticRegionEvent[];
  readonly ended: readonly StaticRegionEnd[];
}

/** Settings of {@link StaticRegions}. */
export interface StaticRegionSettings {
  /** For how long a change has to stay before it is reported, seconds. */
  readonly confirmSeconds: number;
  /** For how long nothing may have moved around it, seconds. */
  readonly quietSeconds: number;
  /** Smallest and largest area of an object, share of the picture. */
  readonly minimumAreaShare: number;
  readonly maximumAreaShare: number;
  /** Events below this confidence are not reported, 0 to 1. */
  readonly minimumConfidence: number;
  /** For how long the place must have been known before, seconds. */
  readonly minimumKnownSeconds: number;
  /** What a change as large as this share of the track that brought it is: that thing itself, at rest. */
  readonly selfAreaShare: number;
  /** The same, where that track went on without it: another may have taken its place in the crowd. */
  readonly departedAreaShare: number;
  /** Detector labels, in lower case, of things that come and go by themselves. */
  readonly peopleLabels: readonly string[];
}

/** Somebody is at a place of which they cover more than this share. */
export const occupiedShare = 0.5;

/** Settings that fit any source. */
export const defaultStaticRegionSettings: StaticRegionSettings = {
  confirmSeconds: 7,
  quietSeconds: 2.5,
  minimumAreaShare: 0.0008,
  maximumAreaShare: 0.2,
  minimumConfidence: 0.3,
  minimumKnownSeconds: 4,
  selfAreaShare: 0.45,
  departedAreaShare: 0.8,
  peopleLabels: ['person', 'man', 'woman', 'boy', 'girl', 'people'],
};
