import type { BoundingBox, PictureSize } from '@vigil/contracts';
import type { AppearanceSample, FeatureGrid, MotionSample, PersonSighting } from '@vigil/detection';
import type { AnalysedFrame } from '@vigil/media';
import { type ObjectDetector, type ObjectLabel, tilesFor } from '@vigil/models';
import type { DetectedObject } from '@vigil/vision';
import { readAppearance, viewCells } from '../features/appearance-cells.ts';

/** The models look at every third moment: things do not change their looks faster. [M] UCSD Ped2: looking more often gains nothing. */
const lookEveryMoments = 3;

/** Motion is known from the second record on: a short file must not wait for the next turn. */
const firstLookRecord = 1;

/** People are seen down to this score of the detector: who scuffles looks less like a person than who walks. */
const leastSightingScore = 0.25;

/** Things that are worn: they move with their person, and tracks of their own would count people twice. */
const wornLabels: ReadonlySet<string> = new Set<ObjectLabel>(['Boot', 'Footwear', 'High heels']);

/** What the models see in a picture. */
export interface Sight {
  readonly detections: readonly DetectedObject[];
  readonly sightings: readonly PersonSighting[];
  readonly appearance: AppearanceSample;
}

/** Decides when and where the object detector looks, and reads from it what moving places look like. */
export class Looker {
  readonly #detector: ObjectDetector | null;
  readonly #grid: FeatureGrid;
  readonly #tiles: readonly BoundingBox[];
  readonly #signal: AbortSignal | undefined;

  constructor(detector: ObjectDetector | null, grid: FeatureGrid, colourSize: PictureSize, signal?: AbortSignal) {
    this.#detector = detector;
    this.#grid = grid;
    this.#tiles = tilesFor(colourSize.width, colourSize.height, true);
    this.#signal = signal;
  }

  /** Looks at the tiles in which something moves; null where it is not time or nothing moves. */
  async look(frame: AnalysedFrame, motion: MotionSample | null, record: number): Promise<Sight | null> {
    if (!this.#detector || !motion || (record % lookEveryMoments !== 0 && record !== firstLookRecord)) return null;
    const views = viewCells(this.#grid, motion, this.#tiles);
    if (views.length === 0) return null;
    const numbers = [...new Set(views.map((view) => view.tile))].toSorted((a, b) => a - b);
    const picture = await frame.colour();
    const { tiles, detections, faint } = await this.#detector.detect(picture, {
      tiles: numbers.map((number) => this.#tiles[number]),
      leastFaintScore: leastSightingScore,
      ...(this.#signal ? { signal: this.#signal } : {}),
    });
    return {
      detections: detections.filter(({ label }) => !wornLabels.has(label)),
      sightings: faint.filter(({ label }) => label === 'Person').map(({ box, score }) => ({ box, score })),
      appearance: readAppearance(views, new Map(tiles.map((tile, i) => [numbers[i], tile]))),
    };
  }
}
