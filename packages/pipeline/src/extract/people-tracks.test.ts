import type { BoundingBox } from '@vigil/contracts';
import type { TrackSample } from '@vigil/detection';
import { describe, expect, it } from 'vitest';
import { unmeasured } from './people-person.ts';
import { joinTracks } from './people-tracks.ts';

const picture = { width: 400, height: 300 };
const track = (id: number, label: string | null, box: BoundingBox): TrackSample => ({
  id,
  label,
  box,
  speed: 0,
  dwellSeconds: 0,
  ageSeconds: 1,
});

describe('joinTracks', () => {
  const box = { left: 0.4, top: 0.2, width: 0.1, height: 0.5 };
  const person = unmeasured(1, null, box, 'not-found');

  it('tells which track a person is', () => {
    const shifted = { ...box, left: 0.42 };
    expect(joinTracks([person], [track(3, null, { ...box, left: 0.8 }), track(5, 'Person', shifted)], picture)).toEqual([
      { ...person, trackId: 5 },
    ]);
    expect(joinTracks([person], [track(5, 'Chair', shifted)], picture)).toEqual([person]);
  });

  it('adds people that only a track shows, and says why their pose is unavailable', () => {
    const far = { left: 0.8, top: 0.3, width: 0.05, height: 0.15 };
    expect(joinTracks([person], [track(5, 'Person', far)], picture)).toEqual([person, unmeasured(-5, 5, far, 'too-small')]);
    expect(joinTracks([], [track(6, 'Person', box), track(7, null, far)], picture)).toEqual([
      unmeasured(-6, 6, box, 'not-found'),
    ]);
  });

  it('does not add a part of somebody who is followed', () => {
    expect(joinTracks([person], [track(5, 'Person', { ...box, height: 0.1 })], picture)).toEqual([person]);
  });
});
