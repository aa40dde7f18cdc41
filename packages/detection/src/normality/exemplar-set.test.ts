import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { appearanceLength } from '../features/feature-record.ts';
import { ExemplarIndex } from '../nearest/exemplar-index.ts';
import { randomStream } from '../testing/random.ts';
import {
  type Exemplar,
  ExemplarCollector,
  exemplarPriority,
  type ExemplarSet,
  maximumExemplars,
  noExemplars,
  packExemplars,
  rangesWithout,
  unpackExemplars,
} from './exemplar-set.ts';

/** Exemplars of one source, ten a second, in segments of a minute. */
function exemplarsOf(source: number, firstSegment: number, count: number, shared?: Int8Array): Exemplar[] {
  const random = randomStream(source + 1);
  return Array.from({ length: count }, (_, i) => ({
    vector: shared ?? Int8Array.from({ length: appearanceLength }, () => Math.round(80 * (random.uniform() - 0.5))),
    segment: firstSegment + Math.floor(i / 600),
    source,
    seconds: i / 10,
    cell: i % 37,
    priority: exemplarPriority(`camera ${source}`, i / 10, i % 37),
  }));
}

function collect(exemplars: readonly Exemplar[], previous?: ExemplarSet): ExemplarSet {
  const collector = new ExemplarCollector(previous);
  exemplars.forEach((exemplar) => collector.offer(exemplar));
  return collector.finish();
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = randomStream(seed);
  return items
    .map((item) => ({ item, key: random.uniform() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const many = exemplarsOf(0, 0, 9000);
const more = exemplarsOf(1, 15, 9000);

describe('ExemplarCollector', () => {
  it('keeps all where there are few', () => {
    expect(isDeepStrictEqual(collect(many.slice(0, 500)), packExemplars(many.slice(0, 500)))).toBe(true);
  });

  it('keeps the smallest priorities, at most the maximum', () => {
    const set = collect([...many, ...more]);
    const smallest = [...many, ...more]
      .map(({ priority }) => priority)
      .toSorted((a, b) => a - b)
      .slice(0, maximumExemplars);
    expect([...set.priorities].toSorted((a, b) => a - b)).toEqual(smallest);
    expect(set.vectors).toHaveLength(maximumExemplars * appearanceLength);
  });

  it('does not mind the order in which they are offered', () => {
    expect(isDeepStrictEqual(collect(shuffled([...many, ...more], 1)), collect([...many, ...more]))).toBe(true);
  });

  it('extended gives the same as learned together', () => {
    expect(isDeepStrictEqual(collect(more, collect(many)), collect([...many, ...more]))).toBe(true);
  });

  it('stays bounded when extended again and again', () => {
    const set = [many, more, many, more].reduce((sum, part) => collect(part, sum), noExemplars);
    expect(set.segments).toHaveLength(maximumExemplars);
  });

  it('copies what it keeps', () => {
    const collector = new ExemplarCollector();
    const vector = new Int8Array(appearanceLength).fill(7);
    collector.offer({ ...many[0], vector });
    vector.fill(0);
    expect(collector.finish().vectors[0]).toBe(7);
  });

  it('samples the footage evenly', () => {
    const { seconds } = collect(exemplarsOf(3, 0, 40_000, new Int8Array(appearanceLength)));
    const quarters = [0, 1, 2, 3].map((quarter) => seconds.filter((time) => Math.floor(time / 1000) === quarter).length);
    // binomial: four standard deviations of 4096 draws of one quarter
    quarters.forEach((quarter) => expect(Math.abs(quarter - 1024)).toBeLessThan(4 * Math.sqrt(4096 * 0.25 * 0.75)));
  });
});

describe('exemplarPriority', () => {
  it('is evenly spread and the same for the same place and time', () => {
    const priorities = many.map(({ priority }) => priority);
    expect(Math.min(...priorities)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...priorities)).toBeLessThan(1);
    expect(priorities.reduce((sum, priority) => sum + priority, 0) / priorities.length).toBeCloseTo(0.5, 1);
    expect(exemplarPriority('a', 1.5, 3)).toBe(exemplarPriority('a', 1.5, 3));
  });

  it('differs by source, time and cell, also after days', () => {
    const day = 86_400;
    const all = [
      exemplarPriority('a', 1, 3),
      exemplarPriority('b', 1, 3),
      exemplarPriority('a', 1.2, 3),
      exemplarPriority('a', 1, 4),
      exemplarPriority('a', 40 * day, 3),
      exemplarPriority('a', 41 * day, 3),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('packExemplars', () => {
  it('orders by segment and comes back the same', () => {
    const set = packExemplars(shuffled(more.slice(0, 2000), 2));
    expect([...set.segments]).toEqual([...set.segments].toSorted((a, b) => a - b));
    expect(isDeepStrictEqual(packExemplars(unpackExemplars(set)), set)).toBe(true);
  });
});

describe('rangesWithout', () => {
  const set = collect(many);

  it('leaves out exactly the segment', () => {
    for (const segment of [0, 7, 14]) {
      const [before, after] = rangesWithout(set, segment);
      expect(before.from).toBe(0);
      expect(after.to).toBe(set.segments.length);
      expect(new Set(set.segments.slice(before.to, after.from))).toEqual(new Set([segment]));
      expect([...set.segments.slice(0, before.to), ...set.segments.slice(after.from)]).not.toContain(segment);
    }
  });

  it('leaves out nothing for a segment without exemplars', () => {
    for (const segment of [-1, 99]) {
      const kept = rangesWithout(set, segment).reduce((sum, { from, to }) => sum + to - from, 0);
      expect(kept).toBe(set.segments.length);
    }
  });

  it('keeps a segment from finding itself', () => {
    const own = unpackExemplars(set).find(({ segment }) => segment === 7)?.vector ?? new Int8Array(0);
    const index = new ExemplarIndex(set.vectors);
    const inAll = index.nearest(own);
    const without = index.nearest(own, rangesWithout(set, 7));
    expect(set.segments[inAll.indices[0]]).toBe(7);
    expect(set.segments[without.indices[0]]).not.toBe(7);
    expect(without.distances[0]).toBeGreaterThan(inAll.distances[0]);
  });
});
