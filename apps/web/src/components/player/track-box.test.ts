import type { IncidentTrack } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { boxAt } from './track-box.ts';

const box = (left: number) => ({ left, top: 0.5, width: 0.1, height: 0.2 });
const track: IncidentTrack = {
  trackId: 1,
  label: 'person',
  path: [
    { seconds: 1, box: box(0) },
    { seconds: 2, box: box(0.4) },
    { seconds: 5, box: box(0.8) },
  ],
};

describe('the box of a track', () => {
  it('lies between two samples in proportion', () => {
    expect(boxAt(track, 1.25)?.left).toBeCloseTo(0.1);
    expect(boxAt(track, 2)?.left).toBeCloseTo(0.4);
  });

  it('is not made up where nothing was seen for long', () => {
    expect(boxAt(track, 2.1)?.left).toBe(0.4);
    expect(boxAt(track, 3)).toBeNull();
    expect(boxAt(track, 4.9)?.left).toBe(0.8);
  });

  it('stays a moment before the first and after the last sample, and no longer', () => {
    expect(boxAt(track, 0.9)?.left).toBe(0);
    expect(boxAt(track, 0.5)).toBeNull();
    expect(boxAt(track, 5.1)?.left).toBe(0.8);
    expect(boxAt(track, 6)).toBeNull();
  });

  it('is none for a track without samples', () => {
    expect(boxAt({ ...track, path: [] }, 1)).toBeNull();
  });
});
