import { describeView } from './describe-view.ts';
import {
  SceneReference,
  type SceneEdges,
  type SceneReferenceSnapshot,
  tileComparison,
  type TileComparison,
} from './scene-reference.ts';
import { tileCount, type TileGrid } from './tile-grid.ts';

/** State of a {@link NewView} as plain data. */
export interface NewViewSnapshot {
  readonly reference: SceneReferenceSnapshot;
  readonly sinceSeconds: number;
}

/** A new view is believed once it has stayed the same for this long, seconds. */
const stableSeconds = 10;
/** Share of its tiles that must stay the same. */
const stableShare = 0.6;
/** Pictures after which a view can be compared with. */
const comparablePictures = 5;
const leastWeight = 1 / 25;

/** A view that differs from the reference and may become the next one: it has to have edges and to stay the same. */
export class NewView {
  readonly #grid: TileGrid;
  readonly #reference: SceneReference;
  readonly #comparison: TileComparison;
  readonly #lost: Uint8Array;
  #sinceSeconds: number;

  constructor(grid: TileGrid, snapshot: NewViewSnapshot | null = null) {
    this.#grid = grid;
    this.#reference = new SceneReference(grid, snapshot?.reference ?? null);
    this.#comparison = tileComparison(grid);
    this.#lost = new Uint8Array(tileCount(grid));
    this.#sinceSeconds = snapshot?.sinceSeconds ?? NaN;
  }

  /** The view. */
  get reference(): SceneReference {
    return this.#reference;
  }

  /** Takes a picture that does not agree with the old reference; true once this view has been stable for long enough. */
  watch(seconds: number, edges: SceneEdges): boolean {
    if (this.#reference.pictures >= comparablePictures) {
      this.#reference.compare(edges, this.#comparison);
      const view = describeView(this.#comparison, this.#grid, this.#lost);
      if (view === null || view.seenShare < stableShare) this.forget();
    }
    if (this.#reference.pictures === 0) this.#sinceSeconds = seconds;
    this.#reference.learn(edges, leastWeight);
    return seconds - this.#sinceSeconds >= stableSeconds && this.#reference.pictures > comparablePictures;
  }

  /** Begins anew. */
  forget(): void {
    this.#reference.clear();
  }

  /** The state as plain data. */
  snapshot(): NewViewSnapshot {
    return { reference: this.#reference.snapshot(), sinceSeconds: this.#sinceSeconds };
  }
}
