import { expect, test } from 'vitest';
import { syntheticFrame, syntheticPicture } from '../tracks/testing/synthetic-scene.ts';
import { connectedComponents } from './connected-components.ts';
import { findBlobs } from './find-blobs.ts';

const { width, height } = syntheticPicture;

function maskOf(...boxes: readonly (readonly [number, number, number, number])[]): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const [left, top, boxWidth, boxHeight] of boxes) {
    for (let y = top; y < top + boxHeight; y++) mask.fill(255, y * width + left, y * width + left + boxWidth);
  }
  return mask;
}

test('finds box, area and centroid of each blob in reading order and leaves out specks and hairs', () => {
  const mask = maskOf([100, 20, 10, 20], [20, 50, 12, 30], [5, 5, 2, 2], [60, 100, 60, 1]);
  const blobs = findBlobs(mask, syntheticFrame(0, []), 255);
  expect(blobs).toHaveLength(2);
  expect(blobs[0].box.left * width).toBeCloseTo(100);
  expect(blobs[0].box.width * width).toBeCloseTo(10);
  expect(blobs[0].box.height * height).toBeCloseTo(20);
  expect(blobs[0].areaPixels).toBe(200);
  expect(blobs[1].centroidX * width).toBeCloseTo(26);
  expect(blobs[1].centroidY * height).toBeCloseTo(65);
});

test('tells the tones of the thirds of a figure', () => {
  const frame = syntheticFrame(0, [
    { left: 40, top: 30, width: 12, height: 10, tone: 200 },
    { left: 40, top: 40, width: 12, height: 20, tone: 20 },
  ]);
  const [blob] = findBlobs(maskOf([40, 30, 12, 30]), frame, 255);
  expect(blob.tones[0]).toBeGreaterThan(195);
  expect(blob.tones[1]).toBeLessThan(40);
  expect(blob.tones[2]).toBeLessThan(40);
});

test('values below the one asked for do not count', () => {
  const mask = maskOf([40, 30, 12, 30]).map((value) => value / 2);
  expect(findBlobs(mask, syntheticFrame(0, []), 255)).toEqual([]);
});

test.each([
  [2, 1],
  [1, 2],
])('pieces two pixels apart with a join of %i pixels are %i components', (join, count) => {
  expect(connectedComponents(maskOf([40, 30, 12, 10], [40, 42, 12, 10]), width, height, join)).toHaveLength(count);
  expect(connectedComponents(maskOf([40, 30, 12, 10], [54, 30, 12, 10]), width, height, join)).toHaveLength(count);
});

test('arms that meet only at the bottom are one component', () => {
  const [component, ...others] = connectedComponents(maskOf([20, 20, 4, 40], [60, 10, 4, 50], [20, 60, 44, 4]), width, height, 0);
  expect(others).toEqual([]);
  expect(component).toMatchObject({ left: 20, top: 10, right: 64, bottom: 64, areaPixels: 160 + 200 + 176 });
});
