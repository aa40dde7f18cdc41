import { describe, expect, it } from 'vitest';
import { decodeLandmarks, decodeWorldLandmarks } from './decode-landmarks.ts';
import { projectLandmarks } from './project-landmarks.ts';
import { refineLandmarks } from './refine-landmarks.ts';

describe('decodeLandmarks', () => {
  it('brings places into fractions and logits to 0 to 1', () => {
    const values = new Float32Array(195);
    values.set([128, 64, 25.6, 0, 100]);
    const [x, y, z, visibility, presence] = decodeLandmarks(values);
    expect([x, y, visibility, presence]).toEqual([0.5, 0.25, 0.5, 1]);
    expect(z).toBeCloseTo(0.25, 6);
  });

  it('refuses answers of another size', () => {
    expect(() => decodeLandmarks(new Float32Array(5))).toThrow(expect.objectContaining({ code: 'inference-failed' }));
    expect(() => decodeWorldLandmarks(new Float32Array(5), 0)).toThrow(expect.objectContaining({ code: 'inference-failed' }));
  });
});

describe('decodeWorldLandmarks', () => {
  it('turns the body as it is turned in the picture and keeps its depth', () => {
    const values = new Float32Array(117);
    values.set([0, -0.5, 0.2]);
    const world = decodeWorldLandmarks(values, Math.PI / 2);
    expect(world.length).toBe(99);
    expect(Array.from(world.subarray(0, 3), (value) => Math.round(1000 * value) / 1000 + 0)).toEqual([0.5, 0, 0.2]);
  });
});

describe('refineLandmarks', () => {
  const heatMapWith = (column: number, row: number, logit: number): Float32Array => {
    const heatMap = new Float32Array(64 * 64 * 39).fill(-100);
    heatMap[(row * 64 + column) * 39] = logit;
    return heatMap;
  };
  const landmarkAt = (x: number, y: number): Float32Array => {
    const landmarks = new Float32Array(195).fill(-1);
    landmarks.set([x, y]);
    return landmarks;
  };
  const refined = (x: number, heatMap: Float32Array, kernel: 7 | 9): number[] => {
    const landmarks = landmarkAt(x, 10 / 64);
    refineLandmarks(landmarks, heatMap, kernel);
    return [landmarks[0] * 64, landmarks[1] * 64].map((value) => Math.round(1000 * value) / 1000);
  };

  it('moves a landmark onto a peak within the window', () => {
    expect(refined(10.6 / 64, heatMapWith(13, 9, 5), 7)).toEqual([13, 9]);
  });

  it('sees as far as the kernel reaches', () => {
    expect(refined(10.6 / 64, heatMapWith(14, 9, 5), 7)).toEqual([10.6, 10]);
    expect(refined(10.6 / 64, heatMapWith(14, 9, 5), 9)).toEqual([14, 9]);
  });

  it('leaves a landmark where no peak is clear, and those outside of the map', () => {
    expect(refined(10.6 / 64, heatMapWith(13, 9, -0.1), 7)).toEqual([10.6, 10]);
    expect(refined(-2 / 64, heatMapWith(0, 10, 5), 7)).toEqual([-2, 10]);
    expect(refined(64 / 64, heatMapWith(63, 10, 5), 7)).toEqual([64, 10]);
  });
});

describe('projectLandmarks', () => {
  it('turns and scales from the region into the picture', () => {
    const landmarks = Float32Array.from([0.5, 0, 2, 0.9, 0.8]);
    projectLandmarks(landmarks, { centerX: 0.4, centerY: 0.6, width: 0.2, height: 0.4, rotationRadians: Math.PI / 2 });
    expect([...landmarks]).toEqual([0.5, 0.6, 0.4, 0.9, 0.8].map((value) => expect.closeTo(value, 6)));
  });
});
