import { expect, it } from 'vitest';
import { fitLongSide, fitShortSide, isSupportedSize, squarePixelSize } from './picture-size.ts';

it.each([
  [{ width: 768, height: 576 }, 360, { width: 360, height: 270 }],
  [{ width: 360, height: 240 }, 360, { width: 360, height: 240 }],
  [{ width: 353, height: 289 }, 360, { width: 352, height: 288 }],
  [{ width: 1080, height: 1920 }, 360, { width: 202, height: 360 }],
  [{ width: 64, height: 48 }, 33, { width: 32, height: 24 }],
  [{ width: 4096, height: 16 }, 360, { width: 360, height: 2 }],
  [{ width: 17, height: 16 }, 360, { width: 16, height: 16 }],
])('fits %o into %i', (size, longSide, expected) => expect(fitLongSide(size, longSide)).toEqual(expected));

it.each([
  [{ width: 768, height: 576 }, 300, { width: 400, height: 300 }],
  [{ width: 720, height: 480 }, 300, { width: 450, height: 300 }],
  [{ width: 1080, height: 1920 }, 300, { width: 300, height: 532 }],
  [{ width: 360, height: 240 }, 300, { width: 360, height: 240 }],
  [{ width: 1366, height: 768 }, 300, { width: 534, height: 300 }],
])('fits the short side of %o into %i', (size, shortSide, expected) => expect(fitShortSide(size, shortSide)).toEqual(expected));

it('shows pictures with square pixels', () => {
  expect(squarePixelSize({ width: 720, height: 576 }, 16 / 15)).toEqual({ width: 768, height: 576 });
});

it('knows the sizes that can be analysed', () => {
  expect(isSupportedSize({ width: 16, height: 16 })).toBe(true);
  expect(isSupportedSize({ width: 8192, height: 4320 })).toBe(true);
  expect(isSupportedSize({ width: 1, height: 1 })).toBe(false);
  expect(isSupportedSize({ width: 8000, height: 8000 })).toBe(false);
});
