import { Canvas } from '../drawing/canvas.ts';
import { Random } from '../drawing/random.ts';
import { streetAmbience } from '../sound/ambience.ts';
import { footsteps } from '../sound/footsteps.ts';
import { addSounds } from '../sound/sound-track.ts';
import type { Actor } from './actor.ts';
import { paintBackdrop } from './backdrop.ts';
import { sceneSize } from './camera.ts';
import { passersBy } from './passers-by.ts';
import { drawLensCover } from './lens-cover.ts';
import type { PlantedEvent } from './planted-event.ts';
import { nothingPlanted, plantEvents, type PlantedScene } from './planted-scene.ts';
import { Sensor } from './sensor.ts';

/** Pictures a second of the scene. */
export const sceneFramesPerSecond = 10;

const normalSeconds = 140;
const testSeconds = 98;

/** A stretch of footage of the plaza. */
export interface Scene {
  readonly durationSeconds: number;
  readonly events: readonly PlantedEvent[];
  /** The pictures in order. Two canvases take turns: a picture is good until the next but one is asked for. */
  frames(): Iterable<Canvas>;
  /** The sound track: mono, −1 to 1 at `sceneSampleRateHz`. */
  sound(): Float32Array;
}

/** The usual life of the plaza and nothing else, to learn from. The same seed gives the same pictures and sounds. */
export function normalScene(seed: number): Scene {
  return sceneOf(seed, 1, normalSeconds, passersBy(new Random(seed ^ 0x11), normalSeconds, []), nothingPlanted);
}

/** The plaza a little later: the usual life, and the planted events in it. */
export function testScene(seed: number): Scene {
  const random = new Random(seed ^ 0x22);
  const planted = plantEvents(random, testSeconds);
  return sceneOf(seed, 2, testSeconds, passersBy(random, testSeconds, planted.actors), planted);
}

function sceneOf(seed: number, part: number, durationSeconds: number, others: readonly Actor[], planted: PlantedScene): Scene {
  const actors = [...others, ...planted.actors];
  const partSeed = Math.imul(seed, 31) + part;
  return {
    durationSeconds,
    events: planted.events,
    *frames() {
      const backdrop = paintBackdrop(seed);
      const sensor = new Sensor(partSeed);
      const canvases = [0, 1].map(() => new Canvas(sceneSize.width, sceneSize.height));
      for (let index = 0; index < durationSeconds * sceneFramesPerSecond; index++) {
        const seconds = index / sceneFramesPerSecond;
        const canvas = canvases[index % 2];
        canvas.data.set(backdrop.data);
        for (const actor of backToFront(actors, seconds)) actor.draw(canvas, seconds);
        if (planted.cover !== null) drawLensCover(canvas, planted.cover, seconds);
        sensor.expose(canvas, seconds);
        yield canvas;
      }
    },
    sound() {
      const track = streetAmbience(partSeed, durationSeconds);
      const footfalls = actors.flatMap((actor) => actor.footfalls);
      addSounds(track, [...footsteps(new Random(partSeed ^ 0x57e9), footfalls), ...planted.sounds]);
      return track;
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
