import type { BoundingBox } from '@vigil/contracts';

/** A thing the object detector sees in one frame. */
export interface DetectedObject {
  readonly label: string;
  /** Confidence, 0 to 1. */
  readonly score: number;
  readonly box: BoundingBox;
}

/** One moment of a track. */
export interface TrackPoint {
  /** Media time, seconds. */
  readonly seconds: number;
  readonly box: BoundingBox;
}

/**
 * `moving`: measured in this frame; `resting`: what was tracked stands still; `merged`: one of several that cover each other and are seen as
 * one; `coasting`: not seen in this frame, carried on by its motion; `ended`: gone.
 */
export type TrackState = 'moving' | 'resting' | 'merged' | 'coasting' | 'ended';

/** Something that moved, and where it has been since. */
export interface Track {
  /** 1 for the first track of a source, then ascending. */
  readonly id: number;
  readonly state: TrackState;
  readonly box: BoundingBox;
  /** Picture heights a second, x to the right and y down. */
  readonly velocityX: number;
  readonly velocityY: number;
  /** Picture heights a second. */
  readonly speed: number;
  /** Height of the box, share of the picture height. */
  readonly size: number;
  /** Sum of detector scores by label. */
  readonly labelVotes: Readonly<Record<string, number>>;
  /** The label with most votes; null where the detector named nothing. */
  readonly label: string | null;
  /** For how long it has stayed within about its own height of where it is now, seconds. */
  readonly dwellSeconds: number;
  readonly ageSeconds: number;
  readonly firstSeconds: number;
  /** When it was last seen. */
  readonly lastSeconds: number;
  /** Where it has been, oldest first; long tracks keep fewer points of their early part. */
  readonly path: readonly TrackPoint[];
}

/** Settings of {@link Tracker}. */
export interface TrackerSettings {
  /** A track that is not seen for this long ends, seconds. */
  readonly maximumMissedSeconds: number;
  /** Frames in which a thing must be seen before it is a track. */
  readonly minimumHits: number;
  /** Time over which a thing must be seen before it is a track, seconds. */
  readonly minimumSeenSeconds: number;
  /** A thing must have moved this share of its own size before it is a track. */
  readonly minimumTravel: number;
  /** Detector boxes below this score are ignored. */
  readonly minimumDetectionScore: number;
  /** Largest number of points of a path. */
  readonly maximumPathPoints: number;
}

/** Settings that fit any source. */
export const defaultTrackerSettings: TrackerSettings = {
  maximumMissedSeconds: 1,
  minimumHits: 3,
  minimumSeenSeconds: 0.35,
  minimumTravel: 0.3,
  minimumDetectionScore: 0.35,
  maximumPathPoints: 240,
};
