import { VigilError, type GrayFrame } from '@vigil/contracts';
import { expect, test } from 'vitest';
import { syntheticFrame, syntheticPicture } from '../tracks/testing/synthetic-scene.ts';
import { ChangeGate } from './change-gate.ts';

const newGate = (): ChangeGate => new ChangeGate(syntheticPicture.width, syntheticPicture.height);

test('a first frame counts as moving', () => {
  expect(newGate().update(syntheticFrame(0, [])).moving).toBe(true);
});

test('sensor noise is not motion', () => {
  const gate = newGate();
  gate.update(syntheticFrame(0, []));
  const moving = Array.from({ length: 60 }, (_, i) => gate.update(syntheticFrame(i + 1, [])).movingBlocks);
  expect(Math.max(...moving)).toBe(0);
});

test('a small walker who moves half a pixel a frame is seen in at least every other frame', () => {
  const gate = newGate();
  for (let i = 0; i < 30; i++) gate.update(syntheticFrame(i, []));
  let seen = 0;
  for (let i = 30; i < 130; i++) {
    const { moving } = gate.update(syntheticFrame(i, [{ left: 20 + (i - 30) / 2, top: 40, width: 5, height: 14, tone: 40 }]));
    if (moving) seen++;
  }
  expect(seen).toBeGreaterThanOrEqual(50);
});

test('heavy sensor noise settles within eight seconds, and a walker is still seen through it', () => {
  const gate = newGate();
  let noise = 1;
  const noisy = (frame: GrayFrame): GrayFrame => {
    const data = frame.data.map((value) => {
      noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
      return value + (noise >>> 28);
    });
    return { ...frame, data };
  };
  const moving: number[] = [];
  for (let i = 0; i < 100; i++) moving.push(gate.update(noisy(syntheticFrame(i, []))).movingBlocks);
  expect(moving[5]).toBeGreaterThan(100);
  expect(Math.max(...moving.slice(80))).toBe(0);
  const walker = { left: 20, top: 60, width: 10, height: 24, tone: 30 };
  expect(gate.update(noisy(syntheticFrame(100, [walker]))).moving).toBe(true);
});

test('a frame of another size is refused with both sizes', () => {
  const gate = newGate();
  const frame = { index: 0, timeSeconds: 0, width: 10, height: 10, data: new Uint8Array(100) };
  expect(() => gate.update(frame)).toThrow(VigilError);
  expect(() => gate.update(frame)).toThrow('10×10 pixels came to a part set up for 160×120');
});
