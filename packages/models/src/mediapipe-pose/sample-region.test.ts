import type { RgbFrame } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import type { PoseRegion } from './pose-region.ts';
import { sampleRegion } from './sample-region.ts';

const levels = Float32Array.from({ length: 256 }, (_, level) => level);
/** 4 × 2 pixels; red is 10 × column + 100 × row, green is 1 more, blue 2 more. */
const frame: RgbFrame = {
  index: 0,
  timeSeconds: 0,
  width: 4,
  height: 2,
  data: Uint8Array.from(
    { length: 24 },
    (_, index) => 10 * (Math.floor(index / 3) % 4) + 100 * Math.floor(index / 12) + (index % 3),
  ),
};
const square = (sidePixels: number, centerX: number, centerY: number, rotationRadians = 0): PoseRegion => ({
  centerX: centerX / 4,
  centerY: centerY / 2,
  width: sidePixels / 4,
  height: sidePixels / 2,
  rotationRadians,
});
const red = (values: Float32Array): number[] => Array.from(values.subarray(0, values.length / 3));

describe('sampleRegion', () => {
  it('takes output pixel 0 from the pixel at the corner, without a shift, one plane a colour', () => {
    const sampled = sampleRegion(frame, square(2, 1, 1), 2, 'edge', levels);
    expect([...sampled]).toEqual([0, 10, 100, 110, 1, 11, 101, 111, 2, 12, 102, 112]);
  });

  it('mixes neighbours between pixels and rounds to whole levels', () => {
    expect(red(sampleRegion(frame, square(1, 1, 0.5), 2, 'edge', levels))).toEqual([5, 10, 55, 60]);
    expect(red(sampleRegion(frame, square(1, 0.75, 0.5), 2, 'edge', levels))).toEqual([3, 8, 53, 58]);
  });

  it('repeats the edge, or fades to black, beyond the picture', () => {
    const corner = square(2, 0, 0);
    expect(red(sampleRegion(frame, corner, 2, 'edge', levels))).toEqual([0, 0, 0, 0]);
    const beyond = square(2, 4, 2);
    expect(red(sampleRegion(frame, beyond, 2, 'edge', levels))).toEqual([130, 130, 130, 130]);
    expect(red(sampleRegion(frame, beyond, 2, 'black', levels))).toEqual([130, 0, 0, 0]);
    expect(red(sampleRegion(frame, square(2, 4.5, 2), 2, 'black', levels))).toEqual([65, 0, 0, 0]);
  });

  it('turns clockwise: what lies to the right in the picture lies above in the region', () => {
    const turned = sampleRegion(frame, square(2, 1, 1, Math.PI / 2), 2, 'edge', levels);
    expect(red(turned)).toEqual([20, 120, 10, 110]);
  });

  it('gives each level the value that it stands for', () => {
    const halves = levels.map((level) => level / 2);
    expect(red(sampleRegion(frame, square(2, 1, 1), 2, 'edge', halves))).toEqual([0, 5, 50, 55]);
  });

  it.each([
    ['no area', square(0, 1, 1)],
    ['no number', square(Number.NaN, 1, 1)],
    ['a size beyond all pictures', square(1e9, 1, 1)],
  ])('refuses a region of %s', (_, region) => {
    expect(() => sampleRegion(frame, region, 2, 'edge', levels)).toThrow(
      expect.objectContaining({ code: 'picture-size-unsupported' }),
    );
  });
});
