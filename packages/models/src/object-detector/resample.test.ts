import type { RgbFrame } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { resampleRegion } from './resample.ts';
import { tilesFor } from './tiles.ts';

const whole = { left: 0, top: 0, width: 1, height: 1 };

function frameOf(width: number, height: number, at: (x: number, y: number) => [number, number, number]): RgbFrame {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(at(x, y), (y * width + x) * 3);
  return { index: 0, timeSeconds: 0, width, height, data };
}

const red = (pixels: ArrayLike<number>): number[] => Array.from({ length: pixels.length / 3 }, (_, pixel) => pixels[3 * pixel]);

describe('resampleRegion', () => {
  it('keeps a picture that has the size already', () => {
    const frame = frameOf(5, 5, (x, y) => [x * 50, y * 50, x + y]);
    expect(Array.from(resampleRegion(frame, whole, 5))).toEqual(Array.from(frame.data));
  });

  it('keeps the channels apart', () => {
    const pixels = resampleRegion(
      frameOf(7, 3, () => [10, 20, 30]),
      whole,
      4,
    );
    expect(Array.from(pixels)).toEqual(Array.from({ length: 16 }, () => [10, 20, 30]).flat());
  });

  it('is bilinear with centres at half pixels when it grows', () => {
    const pixels = resampleRegion(
      frameOf(2, 2, (x) => [x * 100, 0, 0]),
      whole,
      4,
    );
    expect(red(pixels).slice(0, 4)).toEqual([0, 25, 75, 100]);
  });

  it('counts every pixel when it shrinks', () => {
    const lines = frameOf(64, 64, (x) => [x % 4 === 0 ? 200 : 0, 0, 0]);
    const middle = red(resampleRegion(lines, whole, 8)).slice(8 * 3 + 2, 8 * 3 + 6);
    for (const value of middle) expect(value).toBe(50);
  });

  it('cuts out a part, and repeats the edge for what lies beyond it', () => {
    const ramp = frameOf(8, 8, (x) => [x * 10, 0, 0]);
    expect(red(resampleRegion(ramp, { left: 0.5, top: 0.25, width: 0.5, height: 0.5 }, 4)).slice(0, 4)).toEqual([40, 50, 60, 70]);
    expect(red(resampleRegion(ramp, { left: -0.25, top: 0, width: 0.5, height: 0.5 }, 4)).slice(0, 4)).toEqual([0, 0, 0, 10]);
    expect(red(resampleRegion(ramp, { left: 0.75, top: 0, width: 0.5, height: 0.5 }, 4)).slice(0, 4)).toEqual([60, 70, 70, 70]);
  });

  it('cuts out a part of the wanted size pixel by pixel, as the filter would', () => {
    const frame = frameOf(40, 30, (x, y) => [x * 6, y * 8, (x * y) % 256]);
    for (const tile of tilesFor(40, 30, true)) {
      const left = Math.round(tile.left * 40);
      const expected = frameOf(30, 30, (x, y) => [(left + x) * 6, y * 8, ((left + x) * y) % 256]);
      expect(Array.from(resampleRegion(frame, tile, 30))).toEqual(Array.from(expected.data));
      const nearly = resampleRegion(frame, { ...tile, top: 1e-5 / 30 }, 30);
      expect(Array.from(nearly)).toEqual(Array.from(expected.data));
    }
  });

  it.each([
    [1, 1],
    [1, 9],
    [640, 2],
  ])('takes a picture of %i × %i pixels', (width, height) => {
    const pixels = resampleRegion(
      frameOf(width, height, () => [9, 8, 7]),
      whole,
      300,
    );
    expect(new Set(red(pixels))).toEqual(new Set([9]));
  });

  it('refuses a part without area', () => {
    const frame = frameOf(4, 4, () => [0, 0, 0]);
    expect(() => resampleRegion(frame, { ...whole, width: 0 }, 4)).toThrow(
      expect.objectContaining({ code: 'picture-size-unsupported' }),
    );
  });
});
