import { Canvas } from '../drawing/canvas.ts';
import { Random } from '../drawing/random.ts';
import type { Actor } from './actor.ts';
import { paintBackdrop } from './backdrop.ts';
import { sceneSize } from './camera.ts';
import { passersBy } from './passers-by.ts';
import { plantEvents } from './planted-actors.ts';
import type { PlantedEvent } from './planted-event.ts';
import { Sensor } from './sensor.ts';

/** Pictures a second of the scene. */
export const sceneFramesPerSecond = 10;

const normalSeconds = 140;
const testSeconds = 78;

/** A stretch of footage of the plaza. */
export interface Scene {
  readonly durationSeconds: number;
  readonly events: readonly PlantedEvent[];
  /** The pictures in order. Two canvases take turns: a picture is good until the next but one is asked for. */
  frames(): Iterable<Canvas>;
}

/** The usual life of the plaza and nothing else, to learn from. The same seed gives the same pictures. */
export function normalScene(seed: number): Scene {
  return sceneOf(seed, 1, normalSeconds, passersBy(new Random(seed ^ 0x11), normalSeconds, []), []);
}

/** The plaza a little later: the usual life, and the planted events in it. */
export function testScene(seed: number): Scene {
  const random = new Random(seed ^ 0x22);
  const planted = plantEvents(random, testSeconds);
  return sceneOf(seed, 2, testSeconds, [...passersBy(random, testSeconds, planted.actors), ...planted.actors], planted.events);
}

function sceneOf(
  seed: number,
  part: number,
  durationSeconds: number,
  actors: readonly Actor[],
  events: readonly PlantedEvent[],
): Scene {
  return {
    durationSeconds,
    events,
    *frames() {
      const backdrop = paintBackdrop(seed);
      const sensor = new Sensor(Math.imul(seed, 31) + part);
      const canvases = [0, 1].map(() => new Canvas(sceneSize.width, sceneSize.height));
      for (let index = 0; index < durationSeconds * sceneFramesPerSecond; index++) {
        const seconds = index / sceneFramesPerSecond;
        const canvas = canvases[index % 2];
        canvas.data.set(backdrop.data);
        for (const actor of backToFront(actors, seconds)) actor.draw(canvas, seconds);
        sensor.expose(canvas, seconds);
        yield canvas;
      }
    },
  };
}

function backToFront(actors: readonly Actor[], seconds: number): Actor[] {
  const present = actors.flatMap((actor) => {
    const place = actor.placeAt(seconds);
    return place === null ? [] : [{ actor, z: place.z }];
  });
  return present.sort((a, b) => b.z - a.z).map(({ actor }) => actor);
}
