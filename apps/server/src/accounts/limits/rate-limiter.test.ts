import { expect, test } from 'vitest';
import { addressGroup } from './address-group.ts';
import { RateLimiter } from './rate-limiter.ts';

const limit = { max: 4, windowSeconds: 8 };

test('requests come all at once or evenly, and no more than the limit', () => {
  let now = 1_000_000;
  const limiter = new RateLimiter(() => now);
  const takes = (count: number) => Array.from({ length: count }, () => limiter.take('a', limit));
  expect(takes(6)).toEqual([0, 0, 0, 0, 2, 2]);
  expect(limiter.take('b', limit)).toBe(0);
  now += 1500;
  expect(takes(1)).toEqual([0.5]);
  now += 500;
  expect(takes(2)).toEqual([0, 2]);
  now += 60_000;
  expect(takes(5)).toEqual([0, 0, 0, 0, 2]);
});

test('a clock that is set back refuses nobody for longer than a window', () => {
  let now = 1_000_000_000;
  const limiter = new RateLimiter(() => now);
  for (let request = 0; request < 4; request += 1) limiter.take('a', limit);
  now -= 900_000_000;
  expect(limiter.take('a', limit)).toBe(2);
  now += 2000;
  expect(limiter.take('a', limit)).toBe(0);
});

test('a flood of addresses does not fill the memory', () => {
  const limiter = new RateLimiter(() => 1_000_000);
  for (let address = 0; address < 120_000; address += 1) {
    limiter.take(`address ${address}`, limit);
  }
  expect(limiter.size).toBeLessThanOrEqual(50_000);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['no address', 'no address'],
])('%s counts as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});
