import type { AnalysisTimeline, ScoreTimeline } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { encodeTimeline } from './encode-timeline.ts';
import { inMemory, sampleTimeline } from './testing/sample-timeline.ts';
import { TimelineFile } from './timeline-file.ts';
import { readTimeline } from './read-timeline.ts';
import { timelineSourceOf } from './timeline-source.ts';

const whole = { startSeconds: Number.NEGATIVE_INFINITY, endSeconds: Number.POSITIVE_INFINITY };

async function fileOf(timeline: ScoreTimeline, durationSeconds: number | null = null): Promise<TimelineFile> {
  const source = { timeline, budget: { thresholdSurprise: 3.5 }, source: { durationSeconds } };
  return await TimelineFile.open(inMemory(await encodeTimeline(timelineSourceOf(source))));
}

function lanesOf({ fused, modalities: named }: ScoreTimeline): (readonly (number | null)[])[] {
  return [fused, ...Object.values(named)];
}

/** The largest value of every lane among frames within a span; null where there is none. */
function largestWithin(timeline: ScoreTimeline, from: number, to: number): (number | null)[] {
  return lanesOf(timeline).map((values) =>
    values.reduce((most, value, at) => {
      const isWithin = timeline.seconds[at] >= from && timeline.seconds[at] <= to;
      return isWithin && value !== null && (most === null || value > most) ? value : most;
    }, null),
  );
}

describe('a part of a timeline', () => {
  it('is the result itself where the frames are few enough', async () => {
    const timeline = sampleTimeline({ frames: 4000, seed: 1 });
    const file = await fileOf(timeline, 500.25);
    const all = await readTimeline(file, { ...whole, points: 5000 });
    expect(all).toMatchObject({ exact: true, secondsPerEntry: 0.1, durationSeconds: 500.25, thresholdSurprise: 3.5 });
    expect(all.timeline).toEqual(timeline);
    const part = await readTimeline(file, { startSeconds: 120.05, endSeconds: 150, points: 500 });
    const [first, last] = [timeline.seconds.findIndex((at) => at >= 120.05), timeline.seconds.findLastIndex((at) => at <= 150)];
    expect(part.exact).toBe(true);
    expect(part.timeline.seconds).toEqual(timeline.seconds.slice(first, last + 1));
    expect(lanesOf(part.timeline)).toEqual(lanesOf(timeline).map((values) => values.slice(first, last + 1)));
  });

  it('keeps values and times that were not rounded, to the last bit', async () => {
    const seconds = [1 / 3, 2 / 3, 1e9 + 1 / 7];
    const timeline = { seconds, fused: [Math.PI, -1e-9, 1e7], modalities: { sound: [null, 0.1 + 0.2, 1e300] } };
    const { timeline: read } = await readTimeline(await fileOf(timeline), { ...whole, points: 10 });
    expect(read).toEqual(timeline);
  });

  it('of nothing is nothing', async () => {
    const empty = { seconds: [], fused: [], modalities: {} };
    const read = await readTimeline(await fileOf(empty, 20), { ...whole, points: 10 });
    expect(read).toMatchObject({ exact: true, timeline: empty, gaps: [{ startSeconds: 0, endSeconds: 20 }] });
    const behind = { startSeconds: 1e8, endSeconds: 2e8, points: 10 };
    const none = await readTimeline(await fileOf(sampleTimeline({ frames: 5000, seed: 2 })), behind);
    expect(none).toMatchObject({ timeline: { seconds: [], fused: [] }, gaps: [] });
  });

  it('loses no maximum of any lane, at any fineness and wherever it begins and ends', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const timeline = sampleTimeline({ frames: 20_000, seed, pauseEvery: seed % 2 === 0 ? 400 : null });
      const file = await fileOf(timeline);
      expect(file.head.levels.length).toBeGreaterThan(2);
      const length = file.head.durationSeconds;
      for (const points of [10, 200, 1500]) {
        for (const [from, to] of [
          [0, length],
          [length * 0.21, length * 0.77],
          [length * 0.5, length * 0.503],
          [length * 0.9, length * 2],
        ]) {
          const part = await readTimeline(file, { startSeconds: from, endSeconds: to, points });
          checkPart(part, timeline, { from, to, points });
        }
      }
    }
  });

  it('is no coarser than it has to be', async () => {
    const file = await fileOf(sampleTimeline({ frames: 60_000, seed: 8 }));
    for (const points of [100, 700, 1500, 4000]) {
      const { timeline } = await readTimeline(file, { ...whole, points });
      expect(timeline.seconds.length).toBeGreaterThan(points / 2);
    }
  });

  it('reads little of a long file', async () => {
    const source = {
      timeline: sampleTimeline({ frames: 200_000, seed: 3 }),
      budget: { thresholdSurprise: 3 },
      source: { durationSeconds: null },
    };
    const bytes = await encodeTimeline(timelineSourceOf(source));
    const counted = inMemory(bytes);
    const file = await TimelineFile.open(counted);
    await readTimeline(file, { ...whole, points: 1000 });
    await readTimeline(file, { startSeconds: 9000, endSeconds: 9060, points: 1000 });
    expect(counted.readBytes).toBeLessThan(bytes.length / 10);
  });
});

function checkPart(
  part: AnalysisTimeline,
  timeline: ScoreTimeline,
  { from, to, points }: { readonly from: number; readonly to: number; readonly points: number },
): void {
  const { seconds } = part.timeline;
  expect(seconds.length).toBeLessThanOrEqual(points);
  expect(seconds.every((at, entry) => entry === 0 || at > seconds[entry - 1])).toBe(true);
  const slack = part.exact ? 0 : part.secondsPerEntry;
  expect(seconds.every((at) => at >= from - slack && at <= to + slack)).toBe(true);
  const inside = largestWithin(timeline, from, to);
  const about = largestWithin(timeline, from - slack, to + slack);
  for (const [lane, values] of lanesOf(part.timeline).entries()) {
    const most = values.reduce((best, value) => (value !== null && (best === null || value > best) ? value : best), null);
    expect(most ?? -1).toBeGreaterThanOrEqual(inside[lane] ?? -1);
    expect(most ?? -1).toBeLessThanOrEqual(about[lane] ?? -1);
  }
  // whatever is answered was measured: the first lane at its very time
  const measured = new Map(timeline.seconds.map((at, frame) => [at, timeline.fused[frame]]));
  expect(seconds.every((at, entry) => measured.get(at) === part.timeline.fused[entry])).toBe(true);
}

describe('gaps of the footage', () => {
  const timeline = sampleTimeline({ frames: 40_000, seed: 4, pauseEvery: 9000, pauseSeconds: 700 });

  it('stay gaps: no entry lies in them, and all that can be seen are told of', async () => {
    const file = await fileOf(timeline, 8000);
    const exact = await readTimeline(file, { ...whole, points: 5000, endSeconds: 100 });
    expect(exact.gaps).toEqual([]);
    const all = await readTimeline(file, { ...whole, points: 100 });
    expect(all.gaps).toHaveLength(5);
    expect(all.gaps.at(-1)).toEqual({ startSeconds: timeline.seconds.at(-1), endSeconds: 8000 });
    for (const { startSeconds, endSeconds } of all.gaps)
      expect(all.timeline.seconds.filter((at) => at > startSeconds && at < endSeconds)).toEqual([]);
    const one = await readTimeline(file, { startSeconds: 1000, endSeconds: 1200, points: 1000 });
    expect(one.gaps).toEqual([all.gaps[0]]);
    expect(one.timeline.seconds).toEqual([]);
  });

  it('shorter than an entry are told of once they can be seen', async () => {
    const many = sampleTimeline({ frames: 20_000, seed: 5, pauseEvery: 20, pauseSeconds: 2 });
    const file = await fileOf(many);
    expect(file.head.gapCount).toBe(999);
    const coarse = await readTimeline(file, { ...whole, points: 100 });
    expect(coarse.gaps).toEqual([]);
    expect(coarse.timeline.seconds.length).toBeGreaterThan(40);
    const fine = await readTimeline(file, { startSeconds: 100, endSeconds: 140, points: 1000 });
    expect(fine.gaps.length).toBeGreaterThan(8);
  });
});

describe('a day of footage', () => {
  it('is answered within its points, bounded in bytes, with its largest moment', async () => {
    const seconds = Array.from({ length: 864_000 }, (_, frame) => frame / 10);
    const fused = seconds.map((at) => (at === 43_210.7 ? 9.5 : (at * 7) % 1));
    const timeline: ScoreTimeline = {
      seconds,
      fused,
      modalities: { motion: fused },
    };
    const file = await fileOf(timeline, 86_400);
    const day = await readTimeline(file, { ...whole, points: 1500 });
    expect(day.timeline.seconds.length).toBeGreaterThan(700);
    expect(day.timeline.seconds.length).toBeLessThanOrEqual(1500);
    expect(day.timeline.fused[day.timeline.seconds.indexOf(43_210.7)]).toBe(9.5);
    const minute = await readTimeline(file, { startSeconds: 43_200, endSeconds: 43_260, points: 1500 });
    expect(minute.exact).toBe(true);
    expect(minute.timeline.seconds).toEqual(seconds.slice(432_000, 432_601));
  });
});

describe('the bytes of a timeline', () => {
  it('are the same each time', async () => {
    const source = {
      timeline: sampleTimeline({ frames: 5000, seed: 6 }),
      budget: { thresholdSurprise: 3 },
      source: { durationSeconds: null },
    };
    const [one, other] = [await encodeTimeline(timelineSourceOf(source)), await encodeTimeline(timelineSourceOf(source))];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('that are cut off or changed are told to be damaged, wherever it is', async () => {
    const source = {
      timeline: sampleTimeline({ frames: 5000, seed: 7 }),
      budget: { thresholdSurprise: 3 },
      source: { durationSeconds: null },
    };
    const bytes = await encodeTimeline(timelineSourceOf(source));
    const readAll = async (content: Uint8Array): Promise<AnalysisTimeline> =>
      await readTimeline(await TimelineFile.open(inMemory(content)), { ...whole, points: 5000 });
    for (const length of [0, 3, 8, 60, 700, bytes.length - 1])
      await expect(readAll(bytes.subarray(0, length))).rejects.toMatchObject({ code: 'file-unreadable' });
    const expected = await readAll(bytes);
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 150)) {
      const changed = Uint8Array.from(bytes);
      changed[at] ^= 0x55;
      const outcome = await readAll(changed).catch((error: unknown) => (error as { code?: string }).code ?? error);
      // what is not read, and the figures of the head, may differ without harm
      expect(typeof outcome === 'object' ? Object.keys(outcome as object) : [outcome]).toEqual(
        typeof outcome === 'object' ? Object.keys(expected) : ['file-unreadable'],
      );
    }
  });
});
