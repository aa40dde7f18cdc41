import { describe, expect, it } from 'vitest';
import { fittedArea, layersOf, ongoing, type OverlayIncident } from './overlay.ts';

const incident: OverlayIncident = {
  id: 'a',
  severity: 'warning',
  startSeconds: 10,
  endSeconds: 12,
  peakSeconds: 11,
  boundingBoxes: [],
  tracks: [],
  flowArrows: [{ x: 0.5, y: 0.5, dx: 1, dy: 0 }],
  skeletons: [],
};

describe('what is laid over the picture', () => {
  it('is that of the incidents that go on', () => {
    expect(ongoing([incident], 9.6)).toEqual([incident]);
    expect(ongoing([incident], 12.5)).toEqual([incident]);
    expect(ongoing([incident], 9)).toEqual([]);
  });

  it('has a switch only where there is something to switch', () => {
    expect(layersOf([incident])).toEqual(['flow']);
    expect(layersOf([{ ...incident, boundingBoxes: [{ left: 0, top: 0, width: 1, height: 1 }] }])).toEqual(['boxes', 'flow']);
    expect(layersOf([])).toEqual([]);
  });

  it('lies where the picture does, with bars at the sides or above', () => {
    expect(fittedArea({ width: 200, height: 100 }, 1)).toEqual({ left: 50, top: 0, width: 100, height: 100 });
    expect(fittedArea({ width: 100, height: 200 }, 2)).toEqual({ left: 0, top: 75, width: 100, height: 50 });
  });
});
