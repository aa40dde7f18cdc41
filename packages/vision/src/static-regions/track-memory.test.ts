import type { BoundingBox } from '@vigil/contracts';
import { expect, test } from 'vitest';
import type { Track, TrackState } from '../tracks/track.ts';
import { TrackMemory } from './track-memory.ts';

const first: BoundingBox = { left: 0.369, top: 0.817, width: 0.064, height: 0.109 };
const place: BoundingBox = { left: 0.369, top: 0.797, width: 0.069, height: 0.129 };
const selfAreaShare = 0.45;

function trackAt(left: number, top: number, seconds: number, state: TrackState): Track {
  const box = { ...first, left, top };
  return {
    id: 1,
    state,
    box,
    velocityX: 0,
    velocityY: 0,
    speed: 0,
    size: box.height,
    labelVotes: {},
    label: null,
    dwellSeconds: 0,
    ageSeconds: seconds - 50,
    firstSeconds: 50,
    lastSeconds: seconds,
    path: [
      { seconds: 50, box: first },
      { seconds, box },
    ],
  };
}

function memoryOf(...moments: readonly [left: number, top: number, state: TrackState][]): TrackMemory {
  const memory = new TrackMemory();
  moments.forEach(([left, top, state], i) => memory.note([trackAt(left, top, 50.5 + i / 2, state)], 50.5 + i / 2));
  return TrackMemory.restore(memory.snapshot());
}

test('what began at a place and went further than its own size departed from there', () => {
  const memory = memoryOf([0.369, 0.817, 'moving'], [0.34, 0.817, 'moving'], [0.3, 0.817, 'moving']);
  expect(memory.departedFrom(place, 49, selfAreaShare)).toBe(true);
  expect(memory.departedFrom(place, 40, selfAreaShare)).toBe(false);
  expect(memory.departedFrom({ ...place, left: 0.7 }, 49, selfAreaShare)).toBe(false);
});

test('what stirs where it began has not departed', () => {
  const memory = memoryOf([0.369, 0.817, 'moving'], [0.354, 0.861, 'moving'], [0.37, 0.82, 'resting']);
  expect(memory.departedFrom(place, 49, selfAreaShare)).toBe(false);
});

test('what was only expected elsewhere has not departed', () => {
  const memory = memoryOf([0.369, 0.817, 'moving'], [0.34, 0.861, 'coasting'], [0.29, 0.896, 'coasting']);
  expect(memory.departedFrom(place, 49, selfAreaShare)).toBe(false);
});

test('a track went on where it was seen clear of the place afterwards', () => {
  const memory = memoryOf([0.369, 0.817, 'moving'], [0.369, 0.6, 'moving'], [0.369, 0.817, 'moving'], [0.369, 0.6, 'coasting']);
  expect(memory.wentOn(1, place, 50)).toBe(true);
  expect(memory.wentOn(1, place, 51)).toBe(false);
  expect(memory.wentOn(2, place, 50)).toBe(false);
});

test('a track that lost its person brought nothing', () => {
  const memory = memoryOf([0.369, 0.78, 'moving'], [0.369, 0.8, 'resting']);
  expect(memory.nearest(place, 50, 52, new Set())?.trackId).toBe(1);
  expect(memory.nearest(place, 50, 52, new Set([1]))).toBeNull();
  expect(memory.usualBox(1, 52)).toMatchObject({ left: 0.369 });
  expect(memory.usualBox(2, 52)).toBeUndefined();
});
