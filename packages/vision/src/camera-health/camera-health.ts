import type { GrayFrame } from '@vigil/contracts';
import { requireSameSize } from '../background/picture-size.ts';
import { measureBrightness } from './brightness.ts';
import type { CameraMeasurement } from './camera-measurement.ts';
import { coarseGradient, sumCells } from './coarse-picture.ts';
import { fineDetail, fineSampleCount } from './fine-detail.ts';
import { FlickerMeter, type FlickerMeterSnapshot } from './flicker-meter.ts';
import { lostBox } from './lost-box.ts';
import { Repetition, type RepetitionSnapshot } from './repetition.ts';
import type { SceneEdges } from './scene-reference.ts';
import { ShiftSearch, type ShiftSearchSnapshot } from './shift-search.ts';
import { tileGrid, type TileGrid } from './tile-grid.ts';
import { ViewKeeper, type ViewKeeperSnapshot } from './view-keeper.ts';

/** The part of a measurement that a still picture need not renew. */
type PictureMeasurement = Omit<CameraMeasurement, 'repetition' | 'flicker'>;

/** State of a {@link CameraHealth} as plain data. */
export interface CameraHealthSnapshot {
  readonly keeper: ViewKeeperSnapshot;
  readonly search: ShiftSearchSnapshot;
  readonly repetition: RepetitionSnapshot;
  readonly flicker: FlickerMeterSnapshot;
  readonly last: PictureMeasurement | null;
  readonly measuredSeconds: number;
  readonly movedSince: boolean;
  readonly trusted: boolean;
}

/** A picture whose brightest places are darker than this shows nothing to learn, gray levels. */
const blackLevel = 24;
/** A healthy picture in which nothing moves is measured this often, seconds: light may change slowly. */
const stillIntervalSeconds = 1;

/**
 * Measures what a camera's pictures say about the camera itself: against a reference of the scene's edges, learned within the first three
 * seconds and slowly ever after, and against how its pictures usually change from moment to moment. Memory is bounded by the picture's
 * size. Still stretches cost little: only whether the picture is exactly repeated, and whether its light alternates, is looked at.
 */
export class CameraHealth {
  readonly #grid: TileGrid;
  readonly #sums: Float32Array;
  readonly #edges: SceneEdges;
  readonly #keeper: ViewKeeper;
  readonly #search: ShiftSearch;
  readonly #repetition: Repetition;
  readonly #flicker: FlickerMeter;
  /** What the last measured picture said, and when that was. */
  #last: PictureMeasurement | null;
  #measuredSeconds: number;
  #movedSince: boolean;
  /** Whether that picture spoke for the camera. */
  #trusted: boolean;

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
    this.#keeper = new ViewKeeper(grid, snapshot?.keeper ?? null);
    this.#search = new ShiftSearch(snapshot?.search ?? null);
    this.#repetition = new Repetition(grid, snapshot?.repetition ?? null);
    this.#flicker = new FlickerMeter(snapshot?.flicker ?? null);
    this.#last = snapshot?.last ?? null;
    this.#measuredSeconds = snapshot?.measuredSeconds ?? -Infinity;
    this.#movedSince = snapshot?.movedSince ?? false;
    this.#trusted = snapshot?.trusted ?? false;
  }

  /**
   * Takes the next picture; measures at moments, else gives null.
   *
   * @param moving - whether the change gate sees anything move in it
   * @throws VigilError `internal` where the frame has another size
   */
  update(frame: GrayFrame, isMoment: boolean, moving: boolean): CameraMeasurement | null {
    requireSameSize(frame, this.#grid);
    this.#flicker.add(frame);
    this.#movedSince ||= moving;
    if (!isMoment) return null;
    sumCells(frame.data, this.#grid, this.#sums);
    const picture = this.#unchanged(frame.timeSeconds) ?? this.#measure(frame);
    return {
      ...picture,
      repetition: this.#repetition.update(frame.timeSeconds, this.#sums, this.#trusted),
      flicker: this.#flicker.report(),
    };
  }

  /** The state, to go on from later. */
  snapshot(): CameraHealthSnapshot {
    return {
      keeper: this.#keeper.snapshot(),
      search: this.#search.snapshot(),
      repetition: this.#repetition.snapshot(),
      flicker: this.#flicker.snapshot(),
      last: this.#last,
      measuredSeconds: this.#measuredSeconds,
      movedSince: this.#movedSince,
      trusted: this.#trusted,
    };
  }

  /** The last measurement where it still holds: of a healthy picture, a short while ago, with nothing moving since. */
  #unchanged(seconds: number): PictureMeasurement | null {
    const healthy = this.#trusted && this.#last !== null && this.#last.view !== null;
    return healthy && !this.#movedSince && seconds - this.#measuredSeconds < stillIntervalSeconds ? this.#last : null;
  }

  #measure({ timeSeconds: seconds, data }: GrayFrame): PictureMeasurement {
    coarseGradient(this.#sums, this.#grid, this.#edges.gradientX, this.#edges.gradientY);
    fineDetail(data, this.#grid, this.#edges.detail);
    const brightness = measureBrightness(this.#sums);
    const { report, agrees, renewed } = this.#keeper.look(seconds, this.#edges, brightness.highLevel < blackLevel);
    const view = report && {
      ...report,
      shift: this.#search.next(seconds, report.seenShare, this.#keeper.edges, this.#edges, this.#grid),
      lostBox: lostBox(this.#keeper.lostTiles, this.#grid),
    };
    this.#measuredSeconds = seconds;
    this.#movedSince = false;
    this.#trusted = agrees;
    this.#last = { brightness, view: view && { ...view, shift: null }, referenceRenewed: false };
    return { brightness, view, referenceRenewed: renewed };
  }
}
