import { expect, test } from 'vitest';
import { syntheticFrame, syntheticPicture, type Figure, type Lighting } from '../tracks/testing/synthetic-scene.ts';
import { SceneWatcher, type SceneReport } from '../tracks/testing/watch-scene.ts';
import type { DetectedObject } from '../tracks/track.ts';
import type { StaticRegionEnd, StaticRegionEvent } from './static-region.ts';

const { width, height } = syntheticPicture;

interface Watched {
  readonly started: StaticRegionEvent[];
  readonly ended: StaticRegionEnd[];
  readonly reports: SceneReport[];
}

function watch(
  frames: number,
  figuresAt: (index: number) => readonly Figure[],
  detectionsAt: (index: number) => readonly DetectedObject[] | null = () => null,
  lightingAt: (index: number) => Lighting = () => ({}),
): Watched {
  const watcher = new SceneWatcher();
  const reports = Array.from({ length: frames }, (_, i) =>
    watcher.watch(syntheticFrame(i, figuresAt(i), lightingAt(i)), detectionsAt(i)),
  );
  return {
    started: reports.flatMap(({ regions }) => regions.started),
    ended: reports.flatMap(({ regions }) => regions.ended),
    reports,
  };
}

/** Comes in at 10 s, is at the middle at 15 s, and leaves on the other side at about 20 s. */
const carrier = (i: number): Figure => ({
  left: i < 100 ? -60 : -20 + (i - 100) * 1.8,
  top: 40,
  width: 16,
  height: 46,
  tone: 40,
});
const bag: Figure = { left: 72, top: 76, width: 12, height: 10, tone: 20 };

test('a bag left behind is reported once, with its time, place and owner, and ends when it is taken', () => {
  const { started, ended, reports } = watch(400, (i) => [carrier(i), ...(i >= 150 && i < 330 ? [bag] : [])]);
  expect(started).toHaveLength(1);
  const [event] = started;
  expect(event.kind).toBe('left');
  expect(event.sinceSeconds).toBeGreaterThan(14);
  expect(event.sinceSeconds).toBeLessThan(16.5);
  expect(event.confirmedSeconds - event.sinceSeconds).toBeGreaterThanOrEqual(7);
  expect(event.confirmedSeconds).toBeLessThan(26);
  expect((event.box.left + event.box.width / 2) * width).toBeCloseTo(78, -0.7);
  expect((event.box.top + event.box.height / 2) * height).toBeCloseTo(81, -0.7);
  expect(event.ownerTrackId).toBe(reports[160].tracks[0].id);
  expect(event.confidence).toBeGreaterThan(0.4);
  expect(ended.map(({ reason }) => reason)).toEqual(['gone']);
  expect(ended[0].endSeconds).toBeGreaterThan(32.9);
  expect(ended[0].endSeconds).toBeLessThan(35);
});

test('a thing taken away is reported as removed', () => {
  const { started } = watch(330, (i) => [...(i < 155 ? [{ ...bag, tone: 230 }] : []), carrier(i)]);
  expect(started.map(({ kind }) => kind)).toEqual(['removed']);
  expect(started[0].sinceSeconds).toBeGreaterThan(14);
  expect(started[0].sinceSeconds).toBeLessThan(17.5);
});

test('a shadow that falls and stays is not an object', () => {
  const shadow = { left: 60, top: 60, width: 24, height: 20, gain: 0.7 };
  const { started } = watch(
    300,
    () => [],
    () => null,
    (i) => (i < 120 ? {} : { shadows: [shadow] }),
  );
  expect(started).toEqual([]);
});

test('somebody who walks in and stands still is not left behind', () => {
  const { started } = watch(320, (i) => [carrier(Math.min(i, 150))]);
  expect(started).toEqual([]);
});

test('what stays where the detector sees a person is not an object, for as long as nobody moves there', () => {
  const person = { label: 'Person', score: 0.8, box: { left: 0.4, top: 0.3, width: 0.2, height: 0.5 } };
  const { started } = watch(
    300,
    (i) => [carrier(i), ...(i >= 150 ? [bag] : [])],
    (i) => (i >= 160 && i <= 240 && i % 10 === 0 ? [person] : null),
  );
  expect(started).toEqual([]);
});

test('somebody who was there from the start and leaves takes nothing away', () => {
  const { started } = watch(320, (i) => [{ left: i < 130 ? 60 : 60 + (i - 130) * 2, top: 40, width: 16, height: 46, tone: 40 }]);
  expect(started).toEqual([]);
});

test('a bag is left although something of its size sets out from beside it', () => {
  const dog = (i: number): Figure[] =>
    i >= 150 && i < 220 ? [{ left: 62 - (i - 150) * 1.2, top: 76, width: 12, height: 10, tone: 45 }] : [];
  const { started } = watch(330, (i) => [carrier(i), ...dog(i), ...(i >= 150 ? [bag] : [])]);
  expect(started.map(({ kind }) => kind)).toEqual(['left']);
});

test('a light that is switched ends what was reported', () => {
  const { started, ended } = watch(330, (i) => [
    carrier(i),
    ...(i >= 150 ? [bag] : []),
    ...(i >= 300 ? [{ left: 0, top: 0, width, height, tone: 225 }] : []),
  ]);
  expect(started).toHaveLength(1);
  expect(ended.map(({ reason }) => reason)).toEqual(['restarted']);
});
