import { VigilError } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { CameraHealth } from './camera-health.ts';
import type { CameraMeasurement } from './camera-measurement.ts';
import { texturedFrame, type TexturedFrameOptions } from './testing/textured-frame.ts';

const noise = 3;

/** Measures five moments a second; `options` says what each shows. */
function measure(seconds: number, options: (seconds: number) => TexturedFrameOptions): CameraMeasurement[] {
  const health = new CameraHealth(240, 160);
  return Array.from({ length: seconds * 5 }, (_, index) => {
    const measurement = health.update(texturedFrame({ seconds: index / 5, noise, ...options(index / 5) }), true, true);
    if (!measurement) throw new Error('a moment is measured');
    return measurement;
  });
}

describe('CameraHealth', () => {
  it('measures at moments only, and refuses frames of another size', () => {
    const health = new CameraHealth(240, 160);
    expect(health.update(texturedFrame(), false, true)).toBeNull();
    expect(health.update(texturedFrame({ seconds: 0.1 }), true, true)).not.toBeNull();
    const other = new CameraHealth(160, 120);
    expect(() => other.update(texturedFrame(), true, true)).toThrow(VigilError);
  });

  it('knows the scene after three seconds and then sees all of it', () => {
    const views = measure(5, () => ({})).map(({ view }) => view);
    expect(views.slice(0, 10).every((view) => view === null)).toBe(true);
    const [last] = views.slice(-1);
    expect(views.findIndex((view) => view !== null)).toBeLessThanOrEqual(15);
    expect(last?.seenShare).toBe(1);
    expect(last?.edgeGain).toBeCloseTo(1, 1);
    expect(last?.sharpness).toBeGreaterThan(0.8);
  });

  it('finds by how much the view moved', () => {
    const moved = measure(6, (seconds) => (seconds < 4 ? {} : { shiftX: 24, shiftY: -16 }));
    const shifts = moved.flatMap(({ view }) => view?.shift ?? []);
    expect(shifts[0].x).toBeCloseTo(0.1, 2);
    expect(shifts[0].y).toBeCloseTo(-0.1, 2);
    expect(shifts[0].likeness).toBeGreaterThan(0.8);
    expect(shifts[0].likenessUnmoved).toBeLessThan(0.4);
  });

  it('sees the same edges in less light', () => {
    const dim = measure(6, (seconds) => (seconds < 4 ? {} : { gain: 0.4 }));
    const [{ view }] = dim.slice(-1);
    expect(view?.seenShare).toBe(1);
    expect(view?.edgeGain).toBeGreaterThan(0.35);
    expect(view?.edgeGain).toBeLessThan(0.5);
    expect(view?.shift).toBeNull();
  });

  it('takes a new view for its own after ten seconds', () => {
    const renewed = measure(18, (seconds) => (seconds < 5 ? {} : { shiftX: 60 })).map(({ referenceRenewed }) => referenceRenewed);
    expect(renewed.filter(Boolean)).toHaveLength(1);
    expect(renewed.indexOf(true)).toBe((5 + 10) * 5);
  });

  it('goes on from a stored state as if nothing had happened', () => {
    const frames = Array.from({ length: 40 }, (_, index) =>
      texturedFrame({ seconds: index / 5, noise, shiftX: index < 25 ? 0 : 30 }),
    );
    const undisturbed = new CameraHealth(240, 160);
    let stored = new CameraHealth(240, 160);
    for (const frame of frames) {
      stored = new CameraHealth(240, 160, structuredClone(stored.snapshot()));
      expect(stored.update(frame, true, true)).toEqual(undisturbed.update(frame, true, true));
    }
  });

  it('does not look again at a healthy picture in which nothing moves, but once a second', () => {
    const health = new CameraHealth(240, 160);
    for (let index = 0; index < 25; index++) health.update(texturedFrame({ seconds: index / 5, noise }), true, true);
    const levels = Array.from({ length: 8 }, (_, index) => {
      const frame = texturedFrame({ seconds: 5 + index / 5, gain: 0.5 });
      return Math.round(health.update(frame, true, false)?.brightness.meanLevel ?? 0);
    });
    expect(new Set(levels).size).toBe(2);
    expect(levels[7]).toBeLessThan(0.7 * levels[0]);
  });

  it('judges no picture that is too small', () => {
    const health = new CameraHealth(8, 400);
    const frame = { index: 0, timeSeconds: 0, width: 8, height: 400, data: new Uint8Array(3200).fill(90) };
    expect(health.update(frame, true, true)?.view).toBeNull();
  });
});
