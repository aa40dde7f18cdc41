import type { BoundingBox } from '@vigil/contracts';
import type { Rgb } from '../drawing/canvas.ts';
import type { Random } from '../drawing/random.ts';
import { figureActor, suitcaseActor, vehicleActor, type Actor } from './actor.ts';
import { visibleHalfWidth, type GroundPlace } from './camera.ts';
import { collapsingActor } from './collapsing-actor.ts';
import { Itinerary } from './itinerary.ts';
import { randomOutfit } from './outfit.ts';
import type { PlantedEvent } from './planted-event.ts';

/** A planted event and whoever acts in it. */
export interface PlantedActors {
  readonly event: PlantedEvent;
  readonly actors: readonly Actor[];
}

/** A brisk run: beyond this, limbs get ahead of what optical flow at a tenth of a second can follow. */
const runnerSpeed = 3.3;
/** Dark against the ground, so that the run is seen and not only the runner. */
const runnersClothes = { top: [30, 32, 40], bottom: [28, 28, 32], striped: false } as const;
/** Somebody who feels faint stops, seconds. */
const pauseSeconds = 0.7;
const vehicleSpeed = 5.6;
const vanColours: readonly Rgb[] = [
  [206, 208, 204],
  [60, 92, 148],
  [196, 150, 52],
];

/** Somebody who runs across the plaza. */
export function plantRunner(random: Random, startSeconds: number): PlantedActors {
  const direction = random.chance(0.5) ? 1 : -1;
  const way = across(direction, 8.7, startSeconds, runnerSpeed, 0.8);
  const actor = figureActor(way, { ...randomOutfit(random, 'none'), ...runnersClothes }, 'run');
  const kinds = ['motion.speed', 'object.unusual', 'pose.running'] as const;
  return { actors: [actor], event: eventOf(actor, 'runner', 'somebody runs across the plaza', kinds) };
}

/** A van that drives across the plaza. */
export function plantVehicle(random: Random, startSeconds: number): PlantedActors {
  const direction = random.chance(0.5) ? 1 : -1;
  const actor = vehicleActor(across(direction, 14.6, startSeconds, vehicleSpeed, 2.6), random.pick(vanColours));
  const kinds = ['motion.speed', 'motion.place', 'object.unusual'] as const;
  return { actors: [actor], event: eventOf(actor, 'vehicle', 'a van drives across the plaza', kinds) };
}

/** Somebody who comes from a side, 1 right or −1 left, on the usual way, puts a suitcase down and goes back without it. */
export function plantBag(random: Random, startSeconds: number, side: 1 | -1, endSeconds: number): PlantedActors {
  const outfit = randomOutfit(random, 'suitcase');
  const walk = random.between(1.25, 1.4);
  const stop: GroundPlace = { x: side * random.between(1.4, 2.4), z: 8.5 };
  const way = new Itinerary({ x: side * (visibleHalfWidth(8.8) + 1), z: 8.8 }, startSeconds).goTo(stop, walk);
  const putDownSeconds = way.endSeconds + 0.6;
  way.stay(random.between(2.5, 5.5)).goTo({ x: side * (visibleHalfWidth(9) + 1.2), z: 9 }, walk);
  const place = { x: stop.x - side * 0.42, z: stop.z - 0.15 };
  const bag = suitcaseActor(place, putDownSeconds, endSeconds, outfit.luggageColour);
  const owner = figureActor(way, outfit, 'walk', putDownSeconds);
  return { actors: [owner, bag], event: eventOf(bag, 'left-bag', 'a suitcase is put down and left behind', ['object.left']) };
}

/** Somebody who comes from a side on the usual way, stops, and whose legs give way about `seconds`. */
export function plantCollapse(random: Random, seconds: number, side: 1 | -1, endSeconds: number): PlantedActors {
  const walk = random.between(1.15, 1.35);
  const from = { x: side * (visibleHalfWidth(8.7) + 1), z: 8.7 };
  const to = { x: side * random.between(1.5, 2.1), z: 8.5 };
  const startSeconds = seconds - pauseSeconds - Math.hypot(to.x - from.x, to.z - from.z) / walk;
  const way = new Itinerary(from, startSeconds).goTo(to, walk).stay(endSeconds - seconds);
  const direction = random.chance(0.5) ? 'forwards' : 'backwards';
  const actor = collapsingActor(way, randomOutfit(random, 'none'), seconds, direction, endSeconds);
  const event = eventOf(actor, 'collapse', 'somebody collapses and stays on the ground', ['pose.fall'], seconds);
  return { actors: [actor], event };
}

function across(direction: 1 | -1, z: number, startSeconds: number, speed: number, beyond: number): Itinerary {
  const x = direction * (visibleHalfWidth(z) + beyond);
  return new Itinerary({ x: -x, z }, startSeconds).goTo({ x, z }, speed);
}

function eventOf(
  actor: Actor,
  kind: PlantedEvent['kind'],
  description: string,
  expectedKinds: PlantedEvent['expectedKinds'],
  startSeconds = actor.startSeconds,
): PlantedEvent {
  const path: { readonly seconds: number; readonly box: BoundingBox }[] = [];
  for (let tenth = Math.ceil(10 * startSeconds); tenth < 10 * actor.endSeconds; tenth++) {
    const box = actor.boxAt(tenth / 10);
    if (box !== null) path.push({ seconds: tenth / 10, box });
  }
  return { kind, description, startSeconds: path[0].seconds, endSeconds: path[path.length - 1].seconds, expectedKinds, path };
}
