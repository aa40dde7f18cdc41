import type { FeatureGrid, StationaryEvent } from '@vigil/detection';
import type { AnalysedFrame, FrameSource, MediaInfo } from '@vigil/media';
import { CameraHealth, type CameraHealthSnapshot, ChangeGate, type ChangeGateSnapshot } from '@vigil/vision';
import type { Senses } from '../senses.ts';
import type { FeatureSpoolWriter } from '../spool/feature-spool.ts';
import { FrameQueue, type QueuedFrame } from './frame-queue.ts';
import { Looker } from './looker.ts';
import { MotionSampler, type MotionSamplerSnapshot } from './motion-sampler.ts';
import { joinTracks } from './people-tracks.ts';
import { PeopleWatcher, type PeopleWatcherSnapshot } from './people-watcher.ts';
import { SceneTracker, type SceneTrackerSnapshot } from './scene-tracker.ts';

/** Pictures that are in work at a time: enough to keep the models busy through the seconds in which little moves. */
const picturesInWork = 24;

/** Everything that an extraction goes on from, as plain data. */
export interface ExtractionState {
  readonly info: MediaInfo;
  readonly gate: ChangeGateSnapshot;
  readonly camera: CameraHealthSnapshot;
  readonly motion: MotionSamplerSnapshot;
  readonly scene: SceneTrackerSnapshot;
  /** Null where nobody looks for bodies. */
  readonly people: PeopleWatcherSnapshot | null;
  /** Moments so far, and those of them whose motion could be measured. */
  readonly records: number;
  readonly measured: number;
  readonly frames: number;
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  /** Objects left or removed, and ends of that, since the last moment. */
  readonly started: readonly StationaryEvent[];
  readonly ended: readonly { readonly id: number; readonly endSeconds: number }[];
  /** How the file was cut short; null where it was complete, and before its end. */
  readonly truncated: string | null;
  readonly damagedPackets: number;
}

/** Runs the senses over the pictures of a file and writes what they find to a feature spool. */
export class Extraction implements Disposable {
  readonly #source: FrameSource;
  readonly #writer: FeatureSpoolWriter;
  readonly #gate: ChangeGate;
  readonly #camera: CameraHealth;
  readonly #motion: MotionSampler;
  readonly #scene: SceneTracker;
  readonly #looker: Looker;
  readonly #people: PeopleWatcher | null;
  readonly #queue = new FrameQueue(picturesInWork, (entry) => this.#finish(entry));
  #records: number;
  #measured: number;
  #frames: number;
  #firstSeconds: number;
  #lastSeconds: number;
  #started: StationaryEvent[];
  #ended: { readonly id: number; readonly endSeconds: number }[];

  /** @param state - where an earlier run stopped; null begins at the beginning */
  constructor(
    source: FrameSource,
    grid: FeatureGrid,
    senses: Senses,
    writer: FeatureSpoolWriter,
    state: ExtractionState | null,
    signal: AbortSignal | undefined,
  ) {
    const { width, height } = source.graySize;
    this.#source = source;
    this.#writer = writer;
    this.#gate = state ? ChangeGate.restore(state.gate) : new ChangeGate(width, height);
    this.#camera = new CameraHealth(width, height, state?.camera ?? null);
    this.#scene = new SceneTracker(width, height, state?.scene ?? null);
    this.#looker = new Looker(senses.detector, grid, source.colourSize, signal);
    const { detector, pose } = senses;
    this.#people =
      detector && pose ? new PeopleWatcher({ detector, pose }, grid, source.colourSize, state?.people ?? null, signal) : null;
    this.#records = state?.records ?? 0;
    this.#measured = state?.measured ?? 0;
    this.#frames = state?.frames ?? 0;
    this.#firstSeconds = state?.firstSeconds ?? NaN;
    this.#lastSeconds = state?.lastSeconds ?? NaN;
    this.#started = [...(state?.started ?? [])];
    this.#ended = [...(state?.ended ?? [])];
    this.#motion = new MotionSampler(grid, width, height, state?.motion ?? null);
  }

  /** Moments so far. */
  get records(): number {
    return this.#records;
  }

  /** Takes the next picture; true where it is a moment. */
  async take(frame: AnalysedFrame): Promise<boolean> {
    const change = this.#gate.update(frame);
    const held = { ...change, blocks: change.blocks.slice(), lastMovedSeconds: change.lastMovedSeconds.slice() };
    const moment = this.#motion.next(frame, change.moving);
    const camera = this.#camera.update(frame, moment !== null, change.moving);
    const record = this.#records;
    const sight = moment ? this.#looker.look(frame, moment.motion, record) : Promise.resolve(null);
    const people = moment && this.#people ? this.#people.watch(frame, moment.motion, sight) : Promise.resolve(null);
    this.#frames += 1;
    if (Number.isNaN(this.#firstSeconds)) this.#firstSeconds = frame.timeSeconds;
    this.#lastSeconds = frame.timeSeconds;
    if (moment) this.#records += 1;
    if (moment?.motion) this.#measured += 1;
    await this.#queue.push({ frame, change: held, moment, camera, record, sight, people });
    return moment !== null;
  }

  /** Finishes all pictures that were taken; what they gave is then with the writer. */
  async drain(): Promise<void> {
    await this.#queue.drain();
  }

  /** The state after {@link drain}. */
  snapshot(): ExtractionState {
    return {
      info: this.#source.info,
      gate: this.#gate.snapshot(),
      camera: this.#camera.snapshot(),
      motion: this.#motion.snapshot(),
      scene: this.#scene.snapshot(),
      people: this.#people?.snapshot() ?? null,
      records: this.#records,
      measured: this.#measured,
      frames: this.#frames,
      firstSeconds: this.#firstSeconds,
      lastSeconds: this.#lastSeconds,
      started: this.#started,
      ended: this.#ended,
      truncated: this.#source.truncated?.message ?? null,
      damagedPackets: this.#source.damagedPackets,
    };
  }

  [Symbol.dispose](): void {
    this.#motion[Symbol.dispose]();
  }

  async #finish({ frame, change, moment, camera, record, sight, people }: QueuedFrame): Promise<void> {
    const seen = await sight;
    const persons = await people;
    const { tracks, blobCount, started, ended } = this.#scene.update(frame, change, seen?.detections ?? null);
    this.#started.push(...started);
    this.#ended.push(...ended);
    if (!moment) return;
    this.#writer.append({
      index: record,
      seconds: frame.timeSeconds,
      motion: moment.motion,
      appearance: seen?.appearance ?? null,
      tracks,
      people: persons && joinTracks(persons, tracks, this.#source.colourSize),
      sightings: seen?.sightings ?? null,
      camera,
      blobCount,
      stationaryStarted: this.#started,
      stationaryEnded: this.#ended,
    });
    this.#started = [];
    this.#ended = [];
  }
}
