import { describe, expect, it } from 'vitest';
import { cellCentre, cellCount, makeFeatureGrid } from '../features/feature-grid.ts';
import { makeMotion } from '../testing/records.ts';
import { LimbAgitation } from './limb-agitation.ts';

const grid = makeFeatureGrid(320, 240);
const everywhere = Array.from({ length: cellCount(grid) }, (_, cell) => cell);

/** Motion whose cells in a part of the picture go against themselves, and all others do not. */
function motionWhere(isInside: (x: number, y: number) => boolean, incoherence: number): ReturnType<typeof makeMotion> {
  return makeMotion(
    everywhere.map((cell) => {
      const { x, y } = cellCentre(grid, cell);
      return { cell, velocityX: 0.3, velocityY: 0, incoherence: isInside(x, y) ? incoherence : 0 };
    }),
  );
}

describe('LimbAgitation', () => {
  it('is measured in heights of the box', () => {
    const agitation = new LimbAgitation(grid);
    agitation.load(motionWhere(() => true, 0.06));
    expect(agitation.of({ left: 0.2, top: 0.1, width: 0.2, height: 0.6 })).toBeCloseTo(0.1, 6);
    expect(agitation.of({ left: 0.2, top: 0.1, width: 0.2, height: 0.3 })).toBeCloseTo(0.2, 6);
  });

  it('looks at the quarter of the box that moves most against itself', () => {
    const agitation = new LimbAgitation(grid);
    const box = { left: 0.3, top: 0.2, width: 0.3, height: 0.6 };
    agitation.load(motionWhere((_, y) => y < 0.2 + 0.6 / 4, 0.06));
    expect(agitation.of(box)).toBeGreaterThan(0.085);
    agitation.load(motionWhere((_, y) => y < 0.2 + 0.6 / 16, 0.06));
    expect(agitation.of(box)).toBeLessThan(0.05);
    agitation.load(motionWhere((x) => x > 0.7, 0.06));
    expect(agitation.of(box)).toBe(0);
  });

  it('stays within the picture', () => {
    const agitation = new LimbAgitation(grid);
    agitation.load(motionWhere(() => true, 0.05));
    expect(agitation.of({ left: -0.2, top: -0.5, width: 1.6, height: 2 })).toBeCloseTo(0.025, 6);
    expect(agitation.of({ left: 1.1, top: 0, width: 0.2, height: 0.5 })).toBe(0);
    expect(agitation.of({ left: 0.501, top: 0.501, width: 0.001, height: 0.01 })).toBe(0);
  });
});
