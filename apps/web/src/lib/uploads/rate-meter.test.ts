import { expect, test } from 'vitest';
import { RateMeter } from './rate-meter.ts';

test('the rate is that of the last seconds', () => {
  const meter = new RateMeter();
  expect(meter.bytesPerSecond).toBeNull();
  meter.add(0, 0);
  meter.add(100, 100);
  expect(meter.bytesPerSecond).toBeNull();
  for (let second = 1; second <= 20; second += 1) meter.add(second * 1000, second * 1000);
  expect(meter.bytesPerSecond).toBe(1000);
  for (let second = 21; second <= 30; second += 1) meter.add(20_000 + (second - 20) * 4000, second * 1000);
  expect(meter.bytesPerSecond).toBe(4000);
});

test('what is sent again, or after a pause, begins anew', () => {
  const meter = new RateMeter();
  meter.add(0, 0);
  meter.add(5000, 1000);
  meter.add(2000, 1100);
  expect(meter.bytesPerSecond).toBeNull();
  meter.add(4000, 2100);
  expect(meter.bytesPerSecond).toBe(2000);
  meter.reset();
  expect(meter.bytesPerSecond).toBeNull();
});
