import { expect, test } from 'vitest';
import { type FeedEntry, withoutReplaced } from './feed-entry.ts';
import { MessageRing } from './message-ring.ts';

function entry(sequence: number, about: Partial<FeedEntry> = {}): FeedEntry {
  return { sequence, topic: 'incident', recordId: `r-${sequence}`, isReplaceable: false, bytes: Buffer.alloc(100), ...about };
}

function numbers(ring: MessageRing, after: number): number[] {
  const found: number[] = [];
  for (let next = ring.next(after); next !== null; next = ring.next(next.sequence)) found.push(next.sequence);
  return found;
}

test('what comes after a number, also where numbers are missing', () => {
  const ring = new MessageRing(10, 100, 1e6);
  for (const sequence of [11, 12, 15, 14, 20]) ring.add(entry(sequence));
  expect(numbers(ring, 10)).toEqual([11, 12, 15, 20]);
  expect(numbers(ring, 12)).toEqual([15, 20]);
  expect(numbers(ring, 13)).toEqual([15, 20]);
  expect(ring.next(20)).toBeNull();
  expect(ring.next(99)).toBeNull();
  expect(ring.bytesAfter(12)).toBe(200);
  expect(ring.bytesAfter(20)).toBe(0);
});

test.each([
  ['messages', new MessageRing(0, 3, 1e6)],
  ['bytes', new MessageRing(0, 1000, 350)],
])('the oldest go when there are too many %s', (_, ring) => {
  for (let sequence = 1; sequence <= 5000; sequence++) ring.add(entry(sequence));
  expect(ring.coversAfter).toBe(4997);
  expect(numbers(ring, ring.coversAfter)).toEqual([4998, 4999, 5000]);
  expect(ring.bytesAfter(4998)).toBe(200);
});

test('one message that is larger than the bound leaves nothing behind', () => {
  const ring = new MessageRing(0, 10, 50);
  ring.add(entry(1));
  expect(ring.coversAfter).toBe(1);
  expect(ring.next(1)).toBeNull();
});

test('progress that is out of date is known', () => {
  const job = { topic: 'job', recordId: 'j', isReplaceable: true } as const;
  const entries = [
    entry(1, { ...job, isReplaceable: false }),
    entry(2, job),
    entry(3),
    entry(4, job),
    entry(5, { ...job, recordId: 'k' }),
  ];
  const ring = new MessageRing(0, 100, 1e6);
  for (const each of entries) ring.add(each);
  expect(entries.filter((each) => ring.isReplaced(each)).map(({ sequence }) => sequence)).toEqual([2]);
  expect(withoutReplaced(entries).map(({ sequence }) => sequence)).toEqual([1, 3, 4, 5]);
});

test('starting over forgets everything', () => {
  const ring = new MessageRing(0, 100, 1e6);
  for (let sequence = 1; sequence <= 5; sequence++) ring.add(entry(sequence));
  ring.restart(2);
  ring.add(entry(3));
  expect(numbers(ring, 2)).toEqual([3]);
  expect(ring.bytesAfter(2)).toBe(100);
});
