import type { Random } from '../drawing/random.ts';
import type { SceneSound } from '../sound/sound-track.ts';
import { bang } from '../sound/bang.ts';
import type { Actor } from './actor.ts';
import type { LensCover } from './lens-cover.ts';
import { plantBag, plantCollapse, plantRunner, plantVehicle } from './planted-actors.ts';
import type { PlantedEvent } from './planted-event.ts';

/** The planted events, whoever acts in them, what is heard of them, and what is in front of the lens. */
export interface PlantedScene {
  readonly events: readonly PlantedEvent[];
  readonly actors: readonly Actor[];
  readonly sounds: readonly SceneSound[];
  readonly cover: LensCover | null;
}

/** How long the camera is covered, with the cloth's way over the lens and off it. */
const coverSeconds = 6;

/** A scene in which nothing is planted. */
export const nothingPlanted: PlantedScene = { events: [], actors: [], sounds: [], cover: null };

/** A runner, a bang, a vehicle, a suitcase that is left behind, somebody who collapses, and a cloth over the lens, well apart from each other. */
export function plantEvents(random: Random, durationSeconds: number): PlantedScene {
  const runner = plantRunner(random, random.between(15, 18));
  const vehicle = plantVehicle(random, random.between(32, 34));
  const side = random.chance(0.5) ? 1 : -1;
  const bag = plantBag(random, random.between(44, 46), side, durationSeconds);
  const collapse = plantCollapse(random, random.between(66, 68), side === 1 ? -1 : 1, durationSeconds);
  const bangSeconds = random.between(25.5, 27);
  const cover = coverFrom(random.between(80, 83), random.chance(0.5) ? 1 : -1);
  return {
    events: [runner.event, bangAt(bangSeconds), vehicle.event, bag.event, collapse.event, coverEvent(cover)],
    actors: [runner, vehicle, bag, collapse].flatMap(({ actors }) => actors),
    sounds: [{ seconds: bangSeconds, samples: bang(random) }],
    cover,
  };
}

function bangAt(seconds: number): PlantedEvent {
  return {
    kind: 'bang',
    description: 'a bang, somewhere behind the camera',
    startSeconds: seconds,
    endSeconds: seconds + 0.5,
    expectedKinds: ['audio.impulse'],
    path: null,
  };
}

function coverFrom(startSeconds: number, side: 1 | -1): LensCover {
  return { startSeconds, endSeconds: startSeconds + coverSeconds, side };
}

function coverEvent({ startSeconds, endSeconds }: LensCover): PlantedEvent {
  return {
    kind: 'covered-camera',
    description: 'a cloth is held before the lens',
    startSeconds,
    endSeconds,
    expectedKinds: ['camera.covered'],
    path: null,
  };
}
