import type { BoundingBox, PictureSize, RgbFrame } from '@vigil/contracts';
import type { FeatureGrid, MotionSample, PersonSample } from '@vigil/detection';
import type { AnalysedFrame } from '@vigil/media';
import { type ObjectDetector, type PoseEstimator, tilesFor } from '@vigil/models';
import type { DetectedObject } from '@vigil/vision';
import { viewCells } from '../features/appearance-cells.ts';
import type { Sight } from './looker.ts';
import { PeopleFollower, type PeopleFollowerSnapshot, type PersonBox, settlingSeconds } from './people-follower.ts';
import { tileAround } from './people-geometry.ts';
import { PoseFinder } from './people-pose.ts';

/** A person who was followed may be blurred or lie: what the detector needs to see one again. */
const leastScore = 0.3;

/** The models that bodies are found with. */
export interface BodySenses {
  readonly detector: ObjectDetector;
  readonly pose: PoseEstimator;
}

/** State of a {@link PeopleWatcher} as plain data. */
export interface PeopleWatcherSnapshot extends PeopleFollowerSnapshot {
  /** When anything moved last, media time in seconds. */
  readonly movedSeconds: number;
}

/** Follows the people of a source, moment by moment and in order, while the models already work on later pictures. */
export class PeopleWatcher {
  readonly #senses: BodySenses;
  readonly #grid: FeatureGrid;
  readonly #tiles: readonly BoundingBox[];
  readonly #aspect: number;
  readonly #signal: AbortSignal | undefined;
  readonly #follower: PeopleFollower;
  /** Ends when the last moment that was taken is done. */
  #last: Promise<unknown> = Promise.resolve();
  #movedSeconds: number;

  constructor(
    senses: BodySenses,
    grid: FeatureGrid,
    colourSize: PictureSize,
    snapshot: PeopleWatcherSnapshot | null,
    signal?: AbortSignal,
  ) {
    this.#senses = senses;
    this.#grid = grid;
    this.#tiles = tilesFor(colourSize.width, colourSize.height, true);
    this.#aspect = colourSize.width / colourSize.height;
    this.#signal = signal;
    this.#follower = new PeopleFollower(grid, new PoseFinder(senses.pose, signal), snapshot);
    this.#movedSeconds = snapshot?.movedSeconds ?? -Infinity;
  }

  /**
   * Takes the next moment.
   *
   * @param sight - what the object detector sees at this moment; null where it does not look
   */
  watch(frame: AnalysedFrame, motion: MotionSample | null, sight: Promise<Sight | null>): Promise<PersonSample[]> {
    if (motion !== null && motion.cells.length > 0) this.#movedSeconds = frame.timeSeconds;
    const moves = motion !== null && frame.timeSeconds - this.#movedSeconds <= settlingSeconds;
    // the copy has to be asked for now: when the moments before are done the picture may be gone
    const picture = moves ? frame.colour() : null;
    picture?.catch(() => undefined);
    const before = this.#last;
    const samples = (async () => {
      await before;
      if (!picture || !motion) return this.#follower.still();
      return this.#step(frame.timeSeconds, await picture, motion, (await sight)?.detections ?? null);
    })();
    this.#last = samples;
    samples.catch(() => undefined);
    return samples;
  }

  /** The state once all moments are done, to go on from later. */
  snapshot(): PeopleWatcherSnapshot {
    return { ...this.#follower.snapshot(), movedSeconds: this.#movedSeconds };
  }

  #step(
    seconds: number,
    picture: RgbFrame,
    motion: MotionSample,
    seen: readonly DetectedObject[] | null,
  ): Promise<PersonSample[]> {
    const look = async (around: BoundingBox | null): Promise<PersonBox[]> => {
      const numbers = new Set(viewCells(this.#grid, motion, this.#tiles).map((view) => view.tile));
      const tiles = around ? [tileAround(around, this.#aspect)] : this.#tiles.filter((_, number) => numbers.has(number));
      if (tiles.length === 0) return [];
      const { detections } = await this.#senses.detector.detect(picture, {
        tiles,
        leastScore,
        appearance: false,
        ...(this.#signal ? { signal: this.#signal } : {}),
      });
      return people(detections);
    };
    return this.#follower.step({ seconds, picture, motion, seen: seen && people(seen), look });
  }
}

function people(detections: readonly DetectedObject[]): PersonBox[] {
  return detections.filter(({ label }) => label === 'Person').map(({ score, box }) => ({ score, box }));
}
