import { expect, test } from 'vitest';
import { ShortCache } from './short-cache.ts';

test('what is made is shared while it is fresh, and bounded', async () => {
  let made = 0;
  const cache = new ShortCache<number>({ keepMs: 60_000, most: 2 });
  const make = async (): Promise<number> => ++made;
  expect(await Promise.all([cache.get('a', make), cache.get('a', make)])).toEqual([1, 1]);
  await cache.get('b', make);
  await cache.get('c', make);
  expect(await cache.get('a', make)).toBe(4);
});

test('what is too old, and what could not be made, is made anew', async () => {
  let made = 0;
  const make = async (): Promise<number> => ++made;
  const cache = new ShortCache<number>({ keepMs: 0, most: 2 });
  expect([await cache.get('a', make), await cache.get('a', make)]).toEqual([1, 2]);
  const kept = new ShortCache<number>({ keepMs: 60_000, most: 2 });
  await expect(kept.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await kept.get('a', make)).toBe(3);
});
