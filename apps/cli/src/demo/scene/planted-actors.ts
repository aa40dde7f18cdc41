import type { Rgb } from '../drawing/canvas.ts';
import type { Random } from '../drawing/random.ts';
import { figureActor, suitcaseActor, vehicleActor, type Actor } from './actor.ts';
import { visibleHalfWidth, type GroundPlace } from './camera.ts';
import { Itinerary } from './itinerary.ts';
import { randomOutfit } from './outfit.ts';
import type { PlantedEvent } from './planted-event.ts';

/** The planted events and whoever acts in them. */
export interface PlantedScene {
  readonly actors: readonly Actor[];
  readonly events: readonly PlantedEvent[];
}

/** A brisk run: beyond this, limbs get ahead of what optical flow at a tenth of a second can follow. */
const runnerSpeed = 3.3;
/** Dark against the ground, so that the run is seen and not only the runner. */
const runnersClothes = { top: [30, 32, 40], bottom: [28, 28, 32], striped: false, luggage: 'none' } as const;
const vehicleSpeed = 5.6;
const vanColours: readonly Rgb[] = [
  [206, 208, 204],
  [60, 92, 148],
  [196, 150, 52],
];

/** A runner, a vehicle and a suitcase that is left behind, well apart from each other. */
export function plantEvents(random: Random, durationSeconds: number): PlantedScene {
  const runner = plantRunner(random, random.between(15, 18));
  const vehicle = plantVehicle(random, random.between(30, 33));
  const bag = plantBag(random, random.between(43, 45), durationSeconds);
  return {
    actors: [runner, vehicle, bag].flatMap((scene) => scene.actors),
    events: [runner, vehicle, bag].flatMap((scene) => scene.events),
  };
}

function plantRunner(random: Random, startSeconds: number): PlantedScene {
  const direction = random.chance(0.5) ? 1 : -1;
  const actor = figureActor(
    across(direction, 8.7, startSeconds, runnerSpeed, 0.8),
    { ...randomOutfit(random), ...runnersClothes },
    'run',
  );
  return {
    actors: [actor],
    events: [eventOf(actor, 'runner', 'somebody runs across the plaza', ['motion.speed', 'object.unusual'])],
  };
}

function plantVehicle(random: Random, startSeconds: number): PlantedScene {
  const direction = random.chance(0.5) ? 1 : -1;
  const actor = vehicleActor(across(direction, 14.6, startSeconds, vehicleSpeed, 2.6), random.pick(vanColours));
  const kinds = ['motion.speed', 'motion.place', 'object.unusual'] as const;
  return { actors: [actor], events: [eventOf(actor, 'vehicle', 'a van drives across the plaza', kinds)] };
}

function plantBag(random: Random, startSeconds: number, durationSeconds: number): PlantedScene {
  const side = random.chance(0.5) ? 1 : -1;
  const outfit = { ...randomOutfit(random), luggage: 'suitcase' } as const;
  const walk = random.between(1.25, 1.4);
  const stop: GroundPlace = { x: side * random.between(1.4, 2.4), z: 8.35 };
  const way = new Itinerary({ x: side * (visibleHalfWidth(8.6) + 1), z: 8.6 }, startSeconds).goTo(stop, walk);
  const putDownSeconds = way.endSeconds + 0.6;
  way.stay(3).goTo({ x: side * (visibleHalfWidth(9) + 1.2), z: 9 }, walk);
  const place = { x: stop.x - side * 0.42, z: 8.2 };
  const bag = suitcaseActor(place, putDownSeconds, durationSeconds, outfit.luggageColour);
  const owner = figureActor(way, outfit, 'walk', putDownSeconds);
  return { actors: [owner, bag], events: [eventOf(bag, 'left-bag', 'a suitcase is put down and left behind', ['object.left'])] };
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
): PlantedEvent {
  const path: PlantedEvent['path'][number][] = [];
  for (let tenth = Math.ceil(10 * actor.startSeconds); tenth < 10 * actor.endSeconds; tenth++) {
    const box = actor.boxAt(tenth / 10);
    if (box !== null) path.push({ seconds: tenth / 10, box });
  }
  return { kind, description, startSeconds: path[0].seconds, endSeconds: path[path.length - 1].seconds, expectedKinds, path };
}
