import { describe, expect, it } from 'vitest';
import { isTooSmallForPose, regionOfBody, regionOfBox } from './pose-region.ts';

const picture = { width: 400, height: 200 };

describe('regionOfBody', () => {
  it('stands upright with the head above the hips', () => {
    const region = regionOfBody({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.1 }, picture);
    expect(region).toMatchObject({ centerX: 0.5, centerY: 0.5, width: 0.5, height: 1 });
    expect(region.rotationRadians).toBeCloseTo(0, 12);
  });

  it.each([
    ['to the right', { x: 0.7, y: 0.5 }, Math.PI / 2],
    ['to the left', { x: 0.3, y: 0.5 }, -Math.PI / 2],
    ['down', { x: 0.5, y: 0.9 }, -Math.PI],
  ])('turns with the head %s', (_, head, rotationRadians) => {
    expect(regionOfBody({ x: 0.5, y: 0.5 }, head, picture).rotationRadians).toBeCloseTo(rotationRadians, 12);
  });

  it('refuses a body without extent', () => {
    const build = (): unknown => regionOfBody({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }, picture);
    expect(build).toThrow(expect.objectContaining({ code: 'inference-failed' }));
  });
});

describe('regionOfBox', () => {
  it('is a square in pixels around the middle of the box, a quarter longer than its long side', () => {
    const region = regionOfBox({ left: 0.4, top: 0.2, width: 0.1, height: 0.4 }, picture);
    expect(region.centerX).toBeCloseTo(0.45, 12);
    expect(region.centerY).toBeCloseTo(0.4, 12);
    expect(region.width * picture.width).toBeCloseTo(100, 9);
    expect(region.height * picture.height).toBeCloseTo(100, 9);
  });
});

describe('isTooSmallForPose', () => {
  it('judges by the long side of the box', () => {
    expect(isTooSmallForPose({ left: 0, top: 0, width: 0.05, height: 0.29 }, picture)).toBe(true);
    expect(isTooSmallForPose({ left: 0, top: 0, width: 0.05, height: 0.3 }, picture)).toBe(false);
    expect(isTooSmallForPose({ left: 0, top: 0, width: 0.2, height: 0.1 }, picture)).toBe(false);
  });
});
