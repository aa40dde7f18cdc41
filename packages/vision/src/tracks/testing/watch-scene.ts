import type { GrayFrame } from '@vigil/contracts';
import { BackgroundModel, type BackgroundSnapshot } from '../../background/background-model.ts';
import { ChangeGate, type ChangeGateSnapshot } from '../../background/change-gate.ts';
import { maskValues } from '../../background/pixel-history.ts';
import { findBlobs } from '../../blobs/find-blobs.ts';
import type { StaticRegionReport, StaticRegionSettings } from '../../static-regions/static-region.ts';
import { StaticRegions, type StaticRegionsSnapshot } from '../../static-regions/static-regions.ts';
import type { DetectedObject } from '../track.ts';
import type { TrackerReport, TrackerSnapshot } from '../tracker-input.ts';
import { Tracker } from '../tracker.ts';
import { syntheticPicture } from './synthetic-scene.ts';

/** Everything that is seen in one frame. */
export interface SceneReport extends TrackerReport {
  readonly timeSeconds: number;
  readonly regions: StaticRegionReport;
  readonly restarted: boolean;
}

/** State of a {@link SceneWatcher}. */
export interface SceneSnapshot {
  readonly gate: ChangeGateSnapshot;
  readonly background: BackgroundSnapshot;
  readonly tracker: TrackerSnapshot;
  readonly regions: StaticRegionsSnapshot;
}

/** The parts of the package put together as a pipeline does. */
export class SceneWatcher {
  #gate = new ChangeGate(syntheticPicture.width, syntheticPicture.height);
  #background = new BackgroundModel(syntheticPicture.width, syntheticPicture.height);
  #tracker = new Tracker(syntheticPicture);
  #regions: StaticRegions;

  constructor(settings: Partial<StaticRegionSettings> = {}) {
    this.#regions = new StaticRegions(syntheticPicture, settings);
  }

  watch(frame: GrayFrame, detections: readonly DetectedObject[] | null = null): SceneReport {
    const { timeSeconds } = frame;
    const change = this.#gate.update(frame);
    const report = this.#background.update(frame, change);
    const blobs = findBlobs(report.mask, frame, maskValues.active);
    const tracked = this.#tracker.update({ timeSeconds, blobs, mask: report.mask, detections });
    const regions = this.#regions.update({
      timeSeconds,
      background: this.#background,
      report,
      change,
      tracks: tracked.tracks,
      detections,
    });
    return { ...tracked, timeSeconds, regions, restarted: report.restarted };
  }

  snapshot(): SceneSnapshot {
    return {
      gate: this.#gate.snapshot(),
      background: this.#background.snapshot(),
      tracker: this.#tracker.snapshot(),
      regions: this.#regions.snapshot(),
    };
  }

  static restore(snapshot: SceneSnapshot): SceneWatcher {
    const watcher = new SceneWatcher();
    watcher.#gate = ChangeGate.restore(snapshot.gate);
    watcher.#background = BackgroundModel.restore(snapshot.background);
    watcher.#tracker = Tracker.restore(snapshot.tracker);
    watcher.#regions = StaticRegions.restore(snapshot.regions);
    return watcher;
  }
}
