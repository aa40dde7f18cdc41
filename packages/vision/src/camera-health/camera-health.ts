import type { GrayFrame } from '@vigil/contracts';
import { requireSameSize } from '../background/picture-size.ts';
import { measureBrightness } from './brightness.ts';
import type { CameraMeasurement, ViewMeasurement } from './camera-measurement.ts';
import { coarseGradient, sumCells } from './coarse-picture.ts';
import { describeView, type ViewReport } from './describe-view.ts';
import { fineDetail, fineSampleCount } from './fine-detail.ts';
import { FlickerMeter, type FlickerMeterSnapshot } from './flicker-meter.ts';
import { lostBox } from './lost-box.ts';
import { NewView, type NewViewSnapshot } from './new-view.ts';
import { Repetition, type RepetitionSnapshot } from './repetition.ts';
import { type SceneEdges, SceneReference, type SceneReferenceSnapshot, tileComparison } from './scene-reference.ts';
import { tileCount, tileGrid, type TileGrid } from './tile-grid.ts';
import { findViewShift } from './view-shift.ts';

/** State of a {@link CameraHealth} as plain data. */
export interface CameraHealthSnapshot {
  readonly reference: SceneReferenceSnapshot;
  readonly newView: NewViewSnapshot;
  readonly repetition: RepetitionSnapshot;
  readonly flicker: FlickerMeterSnapshot;
  readonly firstSeconds: number;
  readonly agreeing: number;
  readonly searches: number;
  readonly searchedSeconds: number;
}

/** The reference is learned for this long before it is compared with, seconds, and from at least so many moments. */
const learningSeconds = 2;
const learningMoments = 8;
/** Once so many moments are learned, every fourth is enough ... */
const wellLearnedMoments = 24;
const learningStep = 4;
/** ... with this weight, so that the reference forgets within about thirty seconds. */
const leastWeight = 1 / 38;
/** A picture whose brightest places are darker than this shows nothing to learn, gray levels. */
const blackLevel = 24;
/** The reference learns only from pictures that agree with it: share of tiles, and sharpness where it can be told. */
const learningShare = 0.6;
const learningSharpness = 0.65;
/** Below this share of agreeing tiles it is asked whether the view moved ... */
const shiftShare = 0.75;
/** ... this often, seconds, since the search is the only dear part: a few times soon, then seldom. */
const soonSearches = 4;
const soonIntervalSeconds = 0.35;
const seldomIntervalSeconds = 1.5;

/**
 * Measures what a camera's pictures say about the camera itself: against a reference of the scene's edges, learned from the first two
 * seconds and slowly ever after, and against how its pictures usually change from moment to moment. Memory is bounded by the picture's size.
 */
export class CameraHealth {
  readonly #grid: TileGrid;
  readonly #sums: Float32Array;
  readonly #edges: SceneEdges;
  readonly #lost: Uint8Array;
  readonly #comparison: ReturnType<typeof tileComparison>;
  readonly #reference: SceneReference;
  readonly #newView: NewView;
  readonly #repetition: Repetition;
  readonly #flicker: FlickerMeter;
  #firstSeconds: number;
  /** Moments that agreed since one was learned from. */
  #agreeing: number;
  /** Searches for a shift since the picture last agreed, and the time of the last one. */
  #searches: number;
  #searchedSeconds: number;

  /** @param snapshot - where an earlier run stopped; null begins at the beginning */
  constructor(width: number, height: number, snapshot: CameraHealthSnapshot | null = null) {
    const grid = tileGrid(width, height);
    const cells = grid.columns * grid.rows;
    this.#grid = grid;
    this.#sums = new Float32Array(cells);
    this.#edges = {
      gradientX: new Float32Array(cells),
      gradientY: new Float32Array(cells),
      detail: new Float32Array(fineSampleCount(grid)),
    };
    this.#lost = new Uint8Array(tileCount(grid));
    this.#comparison = tileComparison(grid);
    this.#reference = new SceneReference(grid, snapshot?.reference ?? null);
    this.#newView = new NewView(grid, snapshot?.newView ?? null);
    this.#repetition = new Repetition(grid, snapshot?.repetition ?? null);
    this.#flicker = new FlickerMeter(snapshot?.flicker ?? null);
    this.#firstSeconds = snapshot?.firstSeconds ?? NaN;
    this.#agreeing = snapshot?.agreeing ?? 0;
    this.#searches = snapshot?.searches ?? 0;
    this.#searchedSeconds = snapshot?.searchedSeconds ?? -Infinity;
  }

  /**
   * Takes the next picture; measures at moments, else gives null.
   *
   * @throws VigilError `internal` where the frame has another size
   */
  update(frame: GrayFrame, isMoment: boolean): CameraMeasurement | null {
    requireSameSize(frame, this.#grid);
    this.#flicker.add(frame);
    if (!isMoment) return null;
    const { timeSeconds: seconds, data } = frame;
    sumCells(data, this.#grid, this.#sums);
    coarseGradient(this.#sums, this.#grid, this.#edges.gradientX, this.#edges.gradientY);
    fineDetail(data, this.#grid, this.#edges.detail);
    const brightness = measureBrightness(this.#sums);
    const black = brightness.highLevel < blackLevel;
    const report = this.#look(seconds, black);
    const agrees = report !== null && report.seenShare >= learningShare && !(report.sharpness < learningSharpness);
    const repetition = this.#repetition.update(seconds, this.#sums, report === null || agrees);
    const view = report && this.#measureView(seconds, report);
    return {
      brightness,
      repetition,
      flicker: this.#flicker.report(),
      view,
      referenceRenewed: this.#learn(seconds, black, report, agrees),
    };
  }

  /** The state, to go on from later. */
  snapshot(): CameraHealthSnapshot {
    return {
      reference: this.#reference.snapshot(),
      newView: this.#newView.snapshot(),
      repetition: this.#repetition.snapshot(),
      flicker: this.#flicker.snapshot(),
      firstSeconds: this.#firstSeconds,
      agreeing: this.#agreeing,
      searches: this.#searches,
      searchedSeconds: this.#searchedSeconds,
    };
  }

  /** Compares the picture with the reference; null while that is learned. */
  #look(seconds: number, black: boolean): ViewReport | null {
    if (Number.isNaN(this.#firstSeconds) && !black) this.#firstSeconds = seconds;
    if (!(seconds - this.#firstSeconds >= learningSeconds) || this.#reference.pictures < learningMoments) return null;
    this.#reference.compare(this.#edges, this.#comparison);
    return describeView(this.#comparison, this.#grid, this.#lost);
  }

  #measureView(seconds: number, report: ViewReport): ViewMeasurement {
    if (report.seenShare >= shiftShare) this.#searches = 0;
    const interval = this.#searches < soonSearches ? soonIntervalSeconds : seldomIntervalSeconds;
    const search = report.seenShare < shiftShare && seconds - this.#searchedSeconds >= interval;
    if (search) {
      this.#searchedSeconds = seconds;
      this.#searches += 1;
    }
    return {
      ...report,
      shift: search ? findViewShift(this.#reference.edges, this.#edges, this.#grid) : null,
      lostBox: lostBox(this.#lost, this.#grid),
    };
  }

  /** Learns from a picture that agrees; true where a new view became the reference. */
  #learn(seconds: number, black: boolean, report: ViewReport | null, agrees: boolean): boolean {
    if (black) return false;
    if (report === null || agrees) {
      this.#agreeing = (this.#agreeing + 1) % learningStep;
      if (this.#reference.pictures < wellLearnedMoments || this.#agreeing === 0) this.#reference.learn(this.#edges, leastWeight);
      this.#newView.forget();
      return false;
    }
    if (report.seenShare >= learningShare || !this.#newView.watch(seconds, this.#edges)) return false;
    this.#reference.become(this.#newView.reference);
    this.#newView.forget();
    return true;
  }
}
