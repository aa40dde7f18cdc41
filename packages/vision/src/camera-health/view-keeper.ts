import { describeView, type ViewReport } from './describe-view.ts';
import { NewView, type NewViewSnapshot } from './new-view.ts';
import {
  type SceneEdges,
  SceneReference,
  type SceneReferenceSnapshot,
  tileComparison,
  type TileComparison,
} from './scene-reference.ts';
import { tileCount, type TileGrid } from './tile-grid.ts';

/** State of a {@link ViewKeeper} as plain data. */
export interface ViewKeeperSnapshot {
  readonly reference: SceneReferenceSnapshot;
  readonly newView: NewViewSnapshot;
  readonly firstSeconds: number;
  readonly confirmations: number;
  readonly refusals: number;
  readonly unlearned: number;
}

/** What {@link ViewKeeper.look} found. */
export interface ViewLook {
  /** Null while the reference is learned and confirmed, and where the scene has too few edges. */
  readonly report: ViewReport | null;
  /** Whether the picture is one to learn from: nothing speaks against the camera. */
  readonly agrees: boolean;
  /** True where a new view became the reference. */
  readonly renewed: boolean;
}

/** The reference is learned for this long before it is compared with, seconds, and from at least so many pictures. */
const learningSeconds = 2;
const learningPictures = 8;
/** So many pictures have to agree with it before it is believed; after as many that do not, it is learned anew. */
const neededConfirmations = 4;
/** Once so many pictures are learned, every fourth is enough ... */
const wellLearnedPictures = 24;
const learningStep = 4;
/** ... with this weight, so that the reference forgets within about thirty seconds. */
const leastWeight = 1 / 38;
/** A picture agrees where so many of its tiles do, and where it is about as sharp as the reference. */
const agreeingShare = 0.6;
const agreeingSharpness = 0.65;

/** Keeps the reference of what a camera shows: learns it, compares with it, and changes it for a new view that stays. */
export class ViewKeeper {
  readonly #grid: TileGrid;
  readonly #comparison: TileComparison;
  readonly #reference: SceneReference;
  readonly #newView: NewView;
  #firstSeconds: number;
  #confirmations: number;
  #refusals: number;
  /** Agreeing pictures since one was learned. */
  #unlearned: number;

  /** `[tileRows, tileColumns]` 1 where the last picture has lost the reference's edges. */
  readonly lostTiles: Uint8Array;

  constructor(grid: TileGrid, snapshot: ViewKeeperSnapshot | null) {
    this.#grid = grid;
    this.#comparison = tileComparison(grid);
    this.lostTiles = new Uint8Array(tileCount(grid));
    this.#reference = new SceneReference(grid, snapshot?.reference ?? null);
    this.#newView = new NewView(grid, snapshot?.newView ?? null);
    this.#firstSeconds = snapshot?.firstSeconds ?? NaN;
    this.#confirmations = snapshot?.confirmations ?? 0;
    this.#refusals = snapshot?.refusals ?? 0;
    this.#unlearned = snapshot?.unlearned ?? 0;
  }

  /** The edges that the camera used to show. */
  get edges(): SceneEdges {
    return this.#reference.edges;
  }

  /**
   * Takes the next picture.
   *
   * @param black - whether the picture is too dark to show or teach anything
   */
  look(seconds: number, edges: SceneEdges, black: boolean): ViewLook {
    const report = this.#compare(seconds, edges, black);
    const agrees = report === null || isAgreeing(report);
    return { report, agrees: agrees && !black, renewed: !black && this.#learn(seconds, edges, report, agrees) };
  }

  /** The state as plain data. */
  snapshot(): ViewKeeperSnapshot {
    return {
      reference: this.#reference.snapshot(),
      newView: this.#newView.snapshot(),
      firstSeconds: this.#firstSeconds,
      confirmations: this.#confirmations,
      refusals: this.#refusals,
      unlearned: this.#unlearned,
    };
  }

  #compare(seconds: number, edges: SceneEdges, black: boolean): ViewReport | null {
    if (Number.isNaN(this.#firstSeconds) && !black) this.#firstSeconds = seconds;
    if (!(seconds - this.#firstSeconds >= learningSeconds) || this.#reference.pictures < learningPictures) return null;
    this.#reference.compare(edges, this.#comparison);
    const report = describeView(this.#comparison, this.#grid, this.lostTiles);
    if (report === null || this.#confirmations >= neededConfirmations) return report;
    this.#confirm(seconds, isAgreeing(report));
    return null;
  }

  /** A view that does not stay, of a camera that is carried or a picture that fades in, is no reference. */
  #confirm(seconds: number, agrees: boolean): void {
    if (agrees) this.#confirmations += 1;
    else this.#refusals += 1;
    if (this.#refusals < neededConfirmations) return;
    this.#reference.clear();
    this.#firstSeconds = seconds;
    this.#confirmations = 0;
    this.#refusals = 0;
  }

  #learn(seconds: number, edges: SceneEdges, report: ViewReport | null, agrees: boolean): boolean {
    if (agrees) {
      this.#unlearned = (this.#unlearned + 1) % learningStep;
      if (this.#reference.pictures < wellLearnedPictures || this.#unlearned === 0) this.#reference.learn(edges, leastWeight);
      this.#newView.forget();
      return false;
    }
    const differs = report !== null && report.seenShare < agreeingShare;
    if (!differs || !this.#newView.watch(seconds, edges)) return false;
    this.#reference.become(this.#newView.reference);
    this.#newView.forget();
    return true;
  }
}

function isAgreeing({ seenShare, sharpness }: ViewReport): boolean {
  return seenShare >= agreeingShare && !(sharpness < agreeingSharpness);
}
