import type { BoundingBox } from '@vigil/contracts';
import { expect, test } from 'vitest';
import type { Track } from '../tracks/track.ts';
import { findSlippedTracks } from './slipped-tracks.ts';
import { defaultStaticRegionSettings } from './static-region.ts';
import { TrackMemory } from './track-memory.ts';

const bag: BoundingBox = { left: 0.31, top: 0.8, width: 0.06, height: 0.12 };
const person: BoundingBox = { left: 0.32, top: 0.66, width: 0.05, height: 0.26 };

function track(label: string | null, box: BoundingBox): Track {
  return {
    id: 29,
    state: 'resting',
    box,
    velocityX: 0,
    velocityY: 0,
    speed: 0,
    size: box.height,
    labelVotes: {},
    label,
    dwellSeconds: 5,
    ageSeconds: 12,
    firstSeconds: 40,
    lastSeconds: 52,
    path: [],
  };
}

function slippedAt(place: BoundingBox, resting: Track): number[] {
  const memory = new TrackMemory();
  memory.note([resting], 52);
  return [...findSlippedTracks(place, [resting], memory, 52, defaultStaticRegionSettings)];
}

test('a person who rests on something smaller, unseen, is a track that slipped', () => {
  expect(slippedAt(bag, track('Person', person))).toEqual([29]);
});

test('what is no person, is elsewhere, or may be the person itself has not slipped', () => {
  expect(slippedAt(bag, track('Car', person))).toEqual([]);
  expect(slippedAt(bag, track(null, person))).toEqual([]);
  expect(slippedAt(bag, track('Person', { ...person, left: 0.6 }))).toEqual([]);
  expect(slippedAt(person, track('Person', person))).toEqual([]);
});
