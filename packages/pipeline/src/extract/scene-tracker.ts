import type { GrayFrame } from '@vigil/contracts';
import type { StationaryEvent, TrackSample } from '@vigil/detection';
import {
  BackgroundModel,
  type BackgroundSnapshot,
  type Blob,
  type ChangeReport,
  type DetectedObject,
  findBlobs,
  maskValues,
  StaticRegions,
  type StaticRegionsSnapshot,
  type Track,
  Tracker,
  type TrackerSnapshot,
} from '@vigil/vision';

/** State of a {@link SceneTracker} as plain data. */
export interface SceneTrackerSnapshot {
  readonly background: BackgroundSnapshot;
  readonly tracker: TrackerSnapshot;
  readonly regions: StaticRegionsSnapshot;
}

/** What a frame showed. */
export interface SceneReport {
  readonly tracks: readonly TrackSample[];
  readonly blobCount: number;
  readonly started: readonly StationaryEvent[];
  readonly ended: readonly { readonly id: number; readonly endSeconds: number }[];
}

/** Background, blobs, tracks and things left or removed, frame by frame. */
export class SceneTracker {
  readonly #background: BackgroundModel;
  readonly #tracker: Tracker;
  readonly #regions: StaticRegions;

  constructor(width: number, height: number, snapshot: SceneTrackerSnapshot | null) {
    this.#background = snapshot ? BackgroundModel.restore(snapshot.background) : new BackgroundModel(width, height);
    this.#tracker = snapshot ? Tracker.restore(snapshot.tracker) : new Tracker({ width, height });
    this.#regions = snapshot ? StaticRegions.restore(snapshot.regions) : new StaticRegions({ width, height });
  }

  /**
   * Takes the next frame.
   *
   * @param change - what the change gate said about this frame
   * @param detections - boxes of the object detector for this frame; null where it did not look
   */
  update(frame: GrayFrame, change: ChangeReport, detections: readonly DetectedObject[] | null): SceneReport {
    const report = this.#background.update(frame, change);
    const blobs: Blob[] = report.activePixels > 0 ? findBlobs(report.mask, frame, maskValues.active) : [];
    const { tracks } = this.#tracker.update({ timeSeconds: frame.timeSeconds, blobs, mask: report.mask, detections });
    const { started, ended } = this.#regions.update({
      timeSeconds: frame.timeSeconds,
      background: this.#background,
      report,
      change,
      tracks,
      detections,
    });
    return {
      tracks: tracks.map(toSample),
      blobCount: blobs.length,
      started: started.map(({ id, kind, box, sinceSeconds, confirmedSeconds, confidence }) => ({
        id,
        kind,
        box,
        sinceSeconds,
        confirmedSeconds,
        confidence,
      })),
      ended: ended.map(({ event, endSeconds }) => ({ id: event.id, endSeconds })),
    };
  }

  /** The state, to go on from later. */
  snapshot(): SceneTrackerSnapshot {
    return { background: this.#background.snapshot(), tracker: this.#tracker.snapshot(), regions: this.#regions.snapshot() };
  }
}

function toSample({ id, label, box, speed, dwellSeconds, ageSeconds }: Track): TrackSample {
  return { id, label, box, speed, dwellSeconds, ageSeconds };
}
