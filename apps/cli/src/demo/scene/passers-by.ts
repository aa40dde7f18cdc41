import type { Random } from '../drawing/random.ts';
import { figureActor, type Actor } from './actor.ts';
import { visibleHalfWidth, type GroundPlace } from './camera.ts';
import { Itinerary } from './itinerary.ts';
import { randomOutfit, type Luggage } from './outfit.ts';

/** Distances of the usual ways across the plaza, metres. */
const lanes = [8.8, 11, 13.6, 17] as const;
/** The usual way between a door at the back and the front of the plaza. */
const crossing = { back: { x: -6.2, z: 20.8 }, front: { x: 5.2, z: 8.2 } } as const;

/** Seconds between one who enters and the next, on average. */
const meanGapSeconds = 3;
const leastDistanceMetres = 0.8;
const attempts = 12;
/** Walks as long as the slowest across the widest lane, so that the plaza is not empty at the start. */
const earliestStartSeconds = -16;

/** What somebody carries on which of the usual ways: a lane across, or the way to the door. */
interface Walk {
  readonly lane: (typeof lanes)[number] | null;
  readonly luggage: Luggage;
}

/** Every walk there is, as often as it is usual. */
const usualWalks: readonly Walk[] = [...lanes, null].flatMap((lane) =>
  (['none', 'none', 'none', 'handbag', 'backpack', 'suitcase'] as const).map((luggage) => ({ lane, luggage })),
);

/**
 * People who cross the plaza on the usual ways, in both directions, some with luggage, some with a stop on their way. Within minutes every usual
 * walk is seen, as it would be by chance within an hour. Nobody comes close to somebody else, nor to the `others` while these are there.
 */
export function passersBy(random: Random, durationSeconds: number, others: readonly Actor[]): Actor[] {
  const actors: Actor[] = [];
  let waiting: Walk[] = [];
  for (let seconds = earliestStartSeconds; seconds < durationSeconds; seconds += meanGapSeconds * random.between(0.5, 1.5)) {
    if (waiting.length < usualWalks.length) waiting = [...waiting, ...random.shuffle(usualWalks)];
    for (let turn = 0; turn < attempts; turn++) {
      const actor = passerBy(random, waiting[turn], seconds);
      if ([...actors, ...others].some((other) => meets(actor, other))) continue;
      actors.push(actor);
      waiting = waiting.toSpliced(turn, 1);
      break;
    }
  }
  return actors;
}

function passerBy(random: Random, { lane, luggage }: Walk, startSeconds: number): Actor {
  const speed = random.between(1.1, 1.4);
  const [from, to] = lane === null ? crossingWay(random) : laneWay(random, lane);
  const way = new Itinerary(from, startSeconds);
  if (random.chance(0.12)) {
    const share = random.between(0.35, 0.65);
    way.goTo({ x: from.x + (to.x - from.x) * share, z: from.z + (to.z - from.z) * share }, speed).stay(random.between(2, 5));
  }
  way.goTo(to, speed);
  return figureActor(way, randomOutfit(random, luggage), 'walk');
}

function laneWay(random: Random, lane: number): [GroundPlace, GroundPlace] {
  const end = (side: number): GroundPlace => {
    const z = lane + random.between(-0.45, 0.45);
    return { x: side * (visibleHalfWidth(z) + 1.2), z };
  };
  const direction = random.chance(0.5) ? 1 : -1;
  return [end(-direction), end(direction)];
}

function crossingWay(random: Random): [GroundPlace, GroundPlace] {
  const near = (place: GroundPlace): GroundPlace => ({
    x: place.x + random.between(-0.4, 0.4),
    z: place.z + random.between(-0.3, 0.3),
  });
  const ends: [GroundPlace, GroundPlace] = [near(crossing.back), near(crossing.front)];
  const beyond: GroundPlace = { x: ends[1].x + 1.6, z: ends[1].z - 1.7 };
  return random.chance(0.5) ? [ends[0], beyond] : [beyond, ends[0]];
}

function meets(a: Actor, b: Actor): boolean {
  const least = leastDistanceMetres + Math.max(a.reachMetres ?? 0, b.reachMetres ?? 0);
  const until = Math.min(a.endSeconds, b.endSeconds);
  for (let seconds = Math.max(a.startSeconds, b.startSeconds); seconds < until; seconds += 0.2) {
    const placeA = a.placeAt(seconds);
    const placeB = b.placeAt(seconds);
    if (placeA === null || placeB === null) continue;
    if (Math.hypot(placeA.x - placeB.x, placeA.z - placeB.z) < least) return true;
  }
  return false;
}
