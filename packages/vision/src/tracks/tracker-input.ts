import type { PictureSize } from '@vigil/contracts';
import type { Blob } from '../blobs/blob.ts';
import type { TrackRecord } from './track-record.ts';
import type { DetectedObject, Track, TrackerSettings } from './track.ts';

/** What one frame offers the tracker. */
export interface TrackerInput {
  readonly timeSeconds: number;
  /** Blobs of what is active in this frame. */
  readonly blobs: readonly Blob[];
  /** `[height, width]` foreground mask, settled and active. */
  readonly mask: Uint8Array;
  /** Boxes of the object detector for this frame; null where it did not run. */
  readonly detections: readonly DetectedObject[] | null;
}

/** The tracks after a frame. */
export interface TrackerReport {
  /** Confirmed tracks that live, by id. */
  readonly tracks: readonly Track[];
  /** Tracks that ended with this frame. */
  readonly ended: readonly Track[];
}

/** State of a tracker as plain data. */
export interface TrackerSnapshot {
  readonly settings: TrackerSettings;
  readonly picture: PictureSize;
  readonly lastId: number;
  readonly lastTimeSeconds: number | null;
  readonly records: readonly TrackRecord[];
}
