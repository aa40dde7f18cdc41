import type { BoundingBox } from '@vigil/contracts';
import { expect, test } from 'vitest';
import { SceneWatcher, type SceneReport } from './testing/watch-scene.ts';
import { syntheticFrame, syntheticPicture, type Figure } from './testing/synthetic-scene.ts';
import type { DetectedObject, Track } from './track.ts';

const { width, height } = syntheticPicture;

function boxOf(figure: Figure): BoundingBox {
  return { left: figure.left / width, top: figure.top / height, width: figure.width / width, height: figure.height / height };
}

function watch(
  frames: number,
  figuresAt: (index: number) => readonly Figure[],
  detectionsAt: (index: number) => readonly DetectedObject[] | null = () => null,
): SceneReport[] {
  const watcher = new SceneWatcher();
  return Array.from({ length: frames }, (_, i) => watcher.watch(syntheticFrame(i, figuresAt(i)), detectionsAt(i)));
}

const idsOf = (reports: readonly SceneReport[]): number[] => [
  ...new Set(reports.flatMap(({ tracks }) => tracks.map(({ id }) => id))),
];

/** The track whose box is nearest to a figure. */
function trackAt(tracks: readonly Track[], figure: Figure): Track {
  const distance = ({ box }: Track): number => Math.abs((box.left + box.width / 2) * width - figure.left - figure.width / 2);
  return tracks.toSorted((a, b) => distance(a) - distance(b))[0];
}

const eastbound = (i: number): Figure => ({ left: i < 20 ? -40 : (i - 20) * 1.5, top: 40, width: 12, height: 34, tone: 30 });
const westbound = (i: number): Figure => ({
  left: i < 20 ? 400 : 148 - (i - 20) * 1.5,
  top: 46,
  width: 12,
  height: 34,
  tone: 210,
});

test('a walker is one track with its speed, size and place', () => {
  const reports = watch(80, (i) => [eastbound(i)]);
  expect(idsOf(reports)).toEqual([1]);
  const [track] = reports[79].tracks;
  expect(track.state).toBe('moving');
  expect(track.velocityX).toBeCloseTo(15 / height, 1);
  expect(Math.abs(track.velocityY)).toBeLessThan(0.02);
  expect(track.size).toBeCloseTo(34 / height, 1);
  expect(track.box.left * width).toBeCloseTo(eastbound(79).left, -0.5);
  expect(track.path[0].seconds).toBeLessThan(2.6);
});

test('two people who pass in front of each other keep their ids', () => {
  const reports = watch(105, (i) => [westbound(i), eastbound(i)]);
  expect(idsOf(reports)).toHaveLength(2);
  const before = reports[45].tracks;
  const after = reports[100].tracks;
  expect(trackAt(after, eastbound(100)).id).toBe(trackAt(before, eastbound(45)).id);
  expect(trackAt(after, westbound(100)).id).toBe(trackAt(before, westbound(45)).id);
  expect(reports.some(({ tracks }) => tracks.some(({ state }) => state === 'merged'))).toBe(true);
});

test('a walker who is hidden for half a second keeps the id; one who is gone ends after a second', () => {
  const reports = watch(100, (i) => ((i >= 60 && i < 65) || i >= 80 ? [] : [eastbound(i)]));
  expect(idsOf(reports)).toEqual([1]);
  const endings = reports.flatMap(({ ended, timeSeconds }) => ended.map((track) => ({ track, timeSeconds })));
  expect(endings).toHaveLength(1);
  expect(endings[0].track.state).toBe('ended');
  expect(endings[0].timeSeconds - endings[0].track.lastSeconds).toBeLessThan(1.3);
});

test('a walker who stops rests where it is, and dwells', () => {
  const reports = watch(180, (i) => [eastbound(Math.min(i, 70))]);
  expect(idsOf(reports)).toEqual([1]);
  const [track] = reports[179].tracks;
  expect(track.state).toBe('resting');
  expect(track.dwellSeconds).toBeGreaterThan(10.5);
  expect(track.dwellSeconds).toBeLessThan(14);
  expect(track.speed).toBeLessThan(0.01);
});

test('furniture that the detector takes for a person neither starts nor steals a track', () => {
  const chair: Figure = { left: 70, top: 30, width: 16, height: 44, tone: 60 };
  const falseAlarm = { label: 'Person', score: 0.9, box: boxOf(chair) };
  const reports = watch(
    110,
    (i) => [chair, { ...eastbound(i), top: 60 }],
    (i) => (i % 3 === 0 ? [falseAlarm] : null),
  );
  expect(idsOf(reports)).toEqual([1]);
  expect(reports.slice(0, 20).flatMap(({ tracks }) => tracks)).toEqual([]);
  const [track] = reports[108].tracks;
  expect(track.box.left * width).toBeGreaterThan(125);
});

test('the detector names a track and separates people who walk side by side', () => {
  const left = (i: number): Figure => eastbound(i);
  const right = (i: number): Figure => ({ ...eastbound(i), left: eastbound(i).left + 13, tone: 200 });
  const reports = watch(
    90,
    (i) => [left(i), right(i)],
    (i) =>
      i >= 40 && i % 2 === 0
        ? [
            { label: 'Person', score: 0.8, box: boxOf(left(i)) },
            { label: 'Person', score: 0.7, box: boxOf(right(i)) },
            { label: 'Chair', score: 0.1, box: boxOf(left(i)) },
          ]
        : null,
  );
  expect(reports[38].tracks).toHaveLength(1);
  expect(reports[89].tracks).toHaveLength(2);
  for (const track of reports[89].tracks) expect(track.label).toBe('Person');
});

test('thousands of frames of walking back and forth stay within bounds', () => {
  const watcher = new SceneWatcher();
  let largest = 0;
  for (let i = 0; i < 2000; i++) {
    const left = 60 + 50 * Math.sin(i / 30);
    const { tracks } = watcher.watch(syntheticFrame(i, i < 10 ? [] : [{ left, top: 40, width: 12, height: 34, tone: 30 }]));
    largest = Math.max(largest, ...tracks.map(({ path }) => path.length));
  }
  expect(largest).toBeLessThanOrEqual(240);
  const { tracker, regions } = watcher.snapshot();
  expect(tracker.records.length).toBeLessThan(5);
  expect(regions.memory.length).toBeLessThan(500);
});

test('two who set out together and are seen apart are two tracks', () => {
  const side = (index: number): number => 20 + Math.max(0, index - 40) * 1.2;
  const small = (i: number): Figure => ({ left: side(i), top: 30, width: 10, height: 26, tone: 200 });
  const tall = (i: number): Figure => ({ left: side(i) + 14, top: 50, width: 14, height: 40, tone: 30 });
  const figures = (i: number): Figure[] =>
    i < 30 ? [] : [small(i), tall(i), ...(i < 62 ? [{ left: side(i) + 6, top: 46, width: 12, height: 10, tone: 30 }] : [])];
  const people = (i: number): DetectedObject[] =>
    [small(i), tall(i)].map((figure) => ({ label: 'Person', score: 0.5, box: boxOf(figure) }));
  const reports = watch(110, figures, (i) => (i >= 70 && i % 6 === 0 ? people(i) : null));
  const { tracks } = reports[105];
  expect(tracks).toHaveLength(2);
  expect(trackAt(tracks, small(105)).size).toBeLessThan(32 / height);
  expect(trackAt(tracks, tall(105)).size).toBeLessThan(46 / height);
});
