import { describe, expect, it } from 'vitest';
import { cellCentre, cellCount, makeFeatureGrid } from '../features/feature-grid.ts';
import type { MotionSample, TrackSample } from '../features/feature-record.ts';
import { makeMotion, makeRecord } from '../testing/records.ts';
import { PaceMeter } from './pace-measure.ts';

const grid = makeFeatureGrid(360, 180);

/** Something at a speed in picture heights a second. */
function thing(id: number, speed: number, width: number, height: number, top = 0.2): TrackSample {
  const box = { left: 0.2, top, width, height };
  return { id, label: null, box, speed, dwellSeconds: 0, ageSeconds: 2 };
}

/** The left half of the picture moves this fast. */
function motionOf(speed: number): MotionSample {
  const cells = Array.from({ length: cellCount(grid) }, (_, cell) => cell).filter((cell) => cellCentre(grid, cell).x < 0.5);
  return makeMotion(cells.map((cell) => ({ cell, velocityX: -speed, velocityY: 0 })));
}

function measure(moments: readonly (readonly TrackSample[])[], stepSeconds = 0.2, motion = motionOf(1)): number[] {
  const meter = new PaceMeter(grid);
  return moments.map((tracks, i) => meter.push(makeRecord(i, i * stepSeconds, { tracks, motion })));
}

describe('PaceMeter', () => {
  it('measures the fastest thing in its own lengths a second once its pace has lasted', () => {
    const walker = thing(1, 0.2, 0.05, 0.25);
    const runner = thing(2, 0.6, 0.1, 0.3, 0.6);
    expect(measure([[walker], [walker], [walker, runner], [walker, runner], [walker, runner]])).toEqual([0, 0, 0.8, 0.8, 2]);
  });

  it('is not surprised by a track that leaps to another blob', () => {
    const paces = measure([0.2, 0.2, 0.2, 0.9, 0.5, 0.2, 0.2].map((speed) => [thing(1, speed, 0.05, 0.2)]));
    expect(Math.max(...paces)).toBeCloseTo(1, 9);
    expect(paces[4]).toBeCloseTo(1, 9);
  });

  it('takes a flat thing, as a shadow, at its width', () => {
    const shadow = thing(1, 0.2, 0.1, 0.02);
    expect(measure([[shadow], [shadow], [shadow]])[2]).toBeCloseTo(1, 9);
  });

  it('takes what touches something longer for a part of it', () => {
    const walker = { ...thing(1, 0.2, 0.05, 0.25), ageSeconds: 0.1 };
    const foot = thing(2, 0.2, 0.02, 0.03, 0.47);
    expect(
      measure([
        [walker, foot],
        [walker, foot],
        [walker, foot],
      ])[2],
    ).toBeCloseTo(0.8, 9);
    const alone = { ...foot, box: { ...foot.box, top: 0.7 } };
    expect(
      measure([
        [walker, alone],
        [walker, alone],
        [walker, alone],
      ])[2],
    ).toBeCloseTo(5, 9);
  });

  it('does not believe a track where little or nothing is seen to move', () => {
    const runner = thing(1, 0.6, 0.1, 0.3);
    const moments = [[runner], [runner], [runner]];
    expect(measure(moments, 0.2, motionOf(0))[2]).toBe(0);
    expect(measure(moments, 0.2, motionOf(0.06))[2]).toBeCloseTo(0.4, 6);
    const elsewhere = { ...runner, box: { ...runner.box, left: 0.7 } };
    expect(measure([[elsewhere], [elsewhere], [elsewhere]])[2]).toBe(0);
  });

  it('leaves out young tracks and begins anew after a gap', () => {
    const young = { ...thing(1, 0.5, 0.05, 0.2), ageSeconds: 0.4 };
    expect(measure([[young], [young], [young]])).toEqual([0, 0, 0]);
    const walker = thing(1, 0.2, 0.05, 0.25);
    expect(measure([[walker], [walker], [walker]], 1)).toEqual([0, 0, 0]);
  });
});
