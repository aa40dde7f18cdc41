import { cellCentre, cellCount, makeFeatureGrid } from '../features/feature-grid.ts';
import { appearanceLength, appearanceScale, type FeatureRecord, type TrackSample } from '../features/feature-record.ts';
import { type RandomStream, randomStream } from './random.ts';
import { makeMotion, makeRecord } from './records.ts';

/** The grid of all synthetic scenes: a square picture. */
export const sceneGrid = makeFeatureGrid(240, 240);

/** One thing that crosses the picture once, at constant speed. */
export interface Walker {
  /** When it enters the picture, seconds. */
  readonly startSeconds: number;
  /** Picture heights a second. */
  readonly speed: number;
  /** 1 to the right, −1 to the left. */
  readonly direction: 1 | -1;
  /** Height of its middle in the picture, 0 to 1. */
  readonly middle: number;
  /** Things of the same look have nearly the same appearance vectors. */
  readonly look: number;
  readonly label: string;
}

/** Size of every walker, picture heights. */
const [walkerWidth, walkerHeight] = [0.12, 0.24];

/** Moments a second, and how many of them go by from one look at appearance to the next. */
const momentsPerSecond = 5;
const lookEvery = 4;

/** An ordinary walker: along the lane to the right, at 0.1 picture heights a second times the pace. */
export function ordinaryWalker(startSeconds: number, random: RandomStream, pace = 1): Walker {
  return {
    startSeconds,
    speed: 0.1 * pace * (1 + 0.15 * random.normal()),
    direction: 1,
    middle: 0.5 + 0.03 * random.normal(),
    look: 0,
    label: 'Person',
  };
}

/** When a walker leaves the picture, seconds. */
export function leavesAt({ startSeconds, speed }: Walker): number {
  return startSeconds + (1 + walkerWidth) / speed;
}

/** Records of a lane that ordinary walkers use all the time, and of the given others. A higher pace brings more walkers in the same time. */
export function walkScene(seed: number, seconds: number, others: readonly Walker[] = [], pace = 1): FeatureRecord[] {
  const random = randomStream(seed);
  const walkers: Walker[] = [];
  for (let start = -10; start < seconds; start += (1.5 + 1.5 * random.exponential()) / pace) {
    walkers.push(ordinaryWalker(start, random, pace));
  }
  walkers.push(...others);
  return Array.from({ length: seconds * momentsPerSecond }, (_, index) =>
    recordOf(walkers, index, index / momentsPerSecond, random),
  );
}

function recordOf(walkers: readonly Walker[], index: number, seconds: number, random: RandomStream): FeatureRecord {
  const motion = new Map<number, { cell: number; velocityX: number; velocityY: number; look: number }>();
  const tracks: TrackSample[] = [];
  for (const [id, walker] of walkers.entries()) {
    if (seconds < walker.startSeconds || seconds > leavesAt(walker)) continue;
    const age = seconds - walker.startSeconds;
    const travelled = walker.speed * age - walkerWidth / 2;
    const x = walker.direction === 1 ? travelled : 1 - travelled;
    for (let cell = 0; cell < cellCount(sceneGrid); cell += 1) {
      const centre = cellCentre(sceneGrid, cell);
      if (Math.abs(centre.x - x) > walkerWidth / 2 || Math.abs(centre.y - walker.middle) > walkerHeight / 2) continue;
      // legs swing, bodies do not
      const swing = centre.y > walker.middle + walkerHeight / 4 ? 1 + 0.5 * Math.sin(2 * Math.PI * 1.3 * age) : 1;
      const velocityX = walker.direction * walker.speed * swing * (1 + 0.03 * random.normal());
      motion.set(cell, { cell, velocityX, velocityY: 0.004 * random.normal(), look: walker.look });
    }
    const box = { left: x - walkerWidth / 2, top: walker.middle - walkerHeight / 2, width: walkerWidth, height: walkerHeight };
    tracks.push({
      id,
      label: walker.label,
      box,
      speed: walker.speed,
      dwellSeconds: walkerHeight / walker.speed,
      ageSeconds: age,
    });
  }
  const cells = [...motion.values()].toSorted((a, b) => a.cell - b.cell);
  return makeRecord(index, seconds, {
    motion: index === 0 ? null : makeMotion(cells),
    appearance:
      index > 0 && index % lookEvery === 0
        ? {
            cells: Uint16Array.from(cells, ({ cell }) => cell),
            vectors: looksOf(
              cells.map(({ look }) => look),
              random,
            ),
          }
        : null,
    tracks,
    blobCount: tracks.length,
  });
}

/** A vector a look, near the one that all things of this look share. */
function looksOf(looks: readonly number[], random: RandomStream): Int8Array {
  const vectors = new Int8Array(looks.length * appearanceLength);
  const shared = new Map([...new Set(looks)].map((look) => [look, sharedLook(look)]));
  looks.forEach((look, i) => {
    const values = (shared.get(look) ?? []).map((value) => value + random.uniform() - 0.5);
    const length = Math.hypot(...values);
    values.forEach((value, k) => {
      vectors[i * appearanceLength + k] = Math.max(-127, Math.min(127, Math.round((value / length) * appearanceScale)));
    });
  });
  return vectors;
}

function sharedLook(look: number): number[] {
  const own = randomStream(1000 + look);
  return Array.from({ length: appearanceLength }, () => own.normal());
}
