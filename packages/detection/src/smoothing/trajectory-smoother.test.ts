import { describe, expect, it } from 'vitest';
import { cellCount, makeFeatureGrid } from '../features/feature-grid.ts';
import { makeMotion, makeRecord } from '../testing/records.ts';
import { randomStream } from '../testing/random.ts';
import { type DenseSample, makeDenseSample } from './dense-sample.ts';
import { defaultTrajectorySettings, type SmoothedSample, TrajectorySmoother } from './trajectory-smoother.ts';

const grid = makeFeatureGrid(360, 240);
const { columns } = grid;
const step = 0.2;

/** A moment at which the given cells move. */
function moment(
  index: number,
  seconds: number,
  cells: readonly { cell: number; velocityX: number; velocityY: number }[] | null,
): DenseSample {
  return makeDenseSample(grid, makeRecord(index, seconds, { motion: cells && makeMotion(cells) }), null);
}

/** A moment at which a whole row of cells moves. */
function rowMoment(index: number, seconds: number, velocityX: number): DenseSample {
  return moment(
    index,
    seconds,
    Array.from({ length: columns }, (_, column) => ({ cell: 9 * columns + column, velocityX, velocityY: 0 })),
  );
}

/** A moment at which everything moves differently, with appearance at some cells. */
function busyMoments(count: number, seed: number): DenseSample[] {
  const random = randomStream(seed);
  return Array.from({ length: count }, (_, index) => {
    const sample = moment(
      index,
      index * step,
      Array.from({ length: cellCount(grid) }, (__, cell) => ({
        cell,
        velocityX: 0.2 + 0.05 * random.normal(),
        velocityY: 0.05 * random.normal(),
      })),
    );
    const distance = sample.distance.map(() => random.uniform());
    return { ...sample, distance, weight: sample.weight.map((__, cell) => (cell % 3 === index % 3 ? 1 : 0)) };
  });
}

function smooth(samples: readonly DenseSample[], settings = defaultTrajectorySettings): SmoothedSample[] {
  const smoother = new TrajectorySmoother(grid, settings);
  const finished = samples.flatMap((sample) => smoother.push(sample));
  return [...finished, ...smoother.end()];
}

function largestDifference(a: readonly SmoothedSample[], b: readonly SmoothedSample[]): number {
  return Math.max(
    ...a.flatMap((sample, i) =>
      (['speed', 'distance', 'weight'] as const).map((name) =>
        sample[name].reduce((most, value, cell) => Math.max(most, Math.abs(value - b[i][name][cell])), 0),
      ),
    ),
  );
}

describe('TrajectorySmoother', () => {
  it('keeps the speed of steady motion', () => {
    const smoothed = smooth(Array.from({ length: 30 }, (_, i) => rowMoment(i, i * step, 0.15)));
    const speeds = smoothed.flatMap(({ speed }) => [...speed.subarray(9 * columns, 10 * columns)]);
    expect(Math.min(...speeds)).toBeCloseTo(0.15, 5);
    expect(Math.max(...speeds)).toBeCloseTo(0.15, 5);
  });

  it('keeps steady speed where moments come unevenly', () => {
    const random = randomStream(5);
    let seconds = 0;
    const moments = Array.from({ length: 60 }, (_, i) => rowMoment(i, (seconds += 0.05 + 0.4 * random.uniform()), 0.1));
    const speeds = smooth(moments).map(({ speed }) => speed[9 * columns + 14]);
    expect(Math.min(...speeds)).toBeCloseTo(0.1, 5);
    expect(Math.max(...speeds)).toBeCloseTo(0.1, 5);
  });

  it('averages a swinging leg, so that what is fast all the way stands out', () => {
    // both reach 0.3 heights a second; the leg only every third moment
    const leg = smooth(Array.from({ length: 60 }, (_, i) => rowMoment(i, i * step, i % 3 === 0 ? 0.3 : 0.06)));
    const wheel = smooth(Array.from({ length: 60 }, (_, i) => rowMoment(i, i * step, 0.3)));
    const middle = 9 * columns + 14;
    const legSpeeds = leg.slice(15, 45).map(({ speed }) => speed[middle]);
    expect(Math.max(...legSpeeds)).toBeLessThan(0.21);
    expect(Math.min(...legSpeeds)).toBeGreaterThan(0.09);
    expect(Math.min(...wheel.slice(15, 45).map(({ speed }) => speed[middle]))).toBeCloseTo(0.3, 5);
  });

  it('follows what moves from cell to cell', () => {
    // one cell a moment to the right: the mean must follow the thing, the cells it left stay at rest
    const velocityX = 1 / 20 / step;
    const moments = Array.from({ length: 20 }, (_, i) =>
      moment(i, i * step, [{ cell: 9 * columns + 3 + i, velocityX, velocityY: 0 }]),
    );
    const smoothed = smooth(moments);
    expect(smoothed[10].speed[9 * columns + 13]).toBeCloseTo(velocityX, 3);
    expect(smoothed[10].speed[5 * columns + 13]).toBe(0);
  });

  it('averages appearance over the moments that were looked at', () => {
    const moments = Array.from({ length: 40 }, (_, i) => {
      const sample = rowMoment(i, i * step, 0.02);
      const looked = i % 2 === 0;
      return { ...sample, distance: sample.distance.fill(looked ? 0.4 : 0), weight: sample.weight.fill(looked ? 1 : 0) };
    });
    const cell = 9 * columns + 14;
    for (const { distance, weight } of smooth(moments).slice(10, 30)) {
      expect(distance[cell] / weight[cell]).toBeCloseTo(0.4, 4);
      expect(weight[cell]).toBeGreaterThan(0.3);
      expect(weight[cell]).toBeLessThan(0.7);
    }
  });

  it('gives every moment once, in order, however many there are', () => {
    for (const count of [0, 1, 69, 70, 71, 120, 190]) {
      const smoothed = smooth(Array.from({ length: count }, (_, i) => rowMoment(i, i * step, 0.1)));
      expect(smoothed.map(({ sample }) => sample.record.index)).toEqual(Array.from({ length: count }, (_, i) => i));
    }
  });

  it('waits for no more than a block and the look-ahead', () => {
    const smoother = new TrajectorySmoother(grid);
    const { blockSamples, lookAheadSamples } = defaultTrajectorySettings;
    const finished = Array.from({ length: 400 }, (_, i) => smoother.push(rowMoment(i, i * step, 0.1)).length);
    const waiting = finished.map((_, i) => i + 1 - finished.slice(0, i + 1).reduce((sum, count) => sum + count, 0));
    expect(Math.max(...waiting)).toBeLessThan(blockSamples + lookAheadSamples);
  });

  it('gives nearly the same in blocks as with all of the future in view', () => {
    const moments = busyMoments(170, 1);
    const blocks = smooth(moments);
    const whole = smooth(moments, { ...defaultTrajectorySettings, blockSamples: 1000, lookAheadSamples: 0 });
    expect(largestDifference(blocks, whole)).toBeLessThan(2e-3);
    const wide = smooth(moments, { ...defaultTrajectorySettings, blockSamples: 10, lookAheadSamples: 80 });
    expect(largestDifference(wide, whole)).toBeLessThan(1e-6);
  });

  it('gives the same bits again', () => {
    expect(smooth(busyMoments(90, 2))).toEqual(smooth(busyMoments(90, 2)));
  });

  it('runs the same forwards and backwards in time', () => {
    const forwards = Array.from({ length: 40 }, (_, i) => rowMoment(i, i * step, i < 20 ? 0.05 : 0.2));
    const backwards = Array.from({ length: 40 }, (_, i) => rowMoment(i, i * step, i < 20 ? -0.2 : -0.05));
    const cell = 9 * columns + 14;
    const there = smooth(forwards).map(({ speed }) => speed[cell]);
    const back = smooth(backwards)
      .map(({ speed }) => speed[cell])
      .toReversed();
    there.forEach((speed, i) => expect(speed).toBeCloseTo(back[i], 5));
  });
});

describe('TrajectorySmoother where nothing was measured', () => {
  const cell = 9 * columns + 14;

  it('ends all paths at a gap', () => {
    const before = Array.from({ length: 10 }, (_, i) => rowMoment(i, i * step, 0.4));
    const after = Array.from({ length: 10 }, (_, i) => rowMoment(10 + i, 60 + i * step, 0.05));
    const speeds = smooth([...before, ...after]).map(({ speed }) => speed[cell]);
    speeds.slice(0, 10).forEach((speed) => expect(speed).toBeCloseTo(0.4, 5));
    speeds.slice(10).forEach((speed) => expect(speed).toBeCloseTo(0.05, 5));
  });

  it('lets a first moment without motion take what follows it', () => {
    const speeds = smooth([
      moment(0, 0, null),
      ...Array.from({ length: 9 }, (_, i) => rowMoment(i + 1, (i + 1) * step, 0.12)),
    ]).map(({ speed }) => speed[cell]);
    speeds.forEach((speed) => expect(speed).toBeCloseTo(0.12, 5));
  });

  it('lets a last moment without motion take what came before it', () => {
    const speeds = smooth([...Array.from({ length: 9 }, (_, i) => rowMoment(i, i * step, 0.12)), moment(9, 9 * step, null)]).map(
      ({ speed }) => speed[cell],
    );
    speeds.forEach((speed) => expect(speed).toBeCloseTo(0.12, 5));
  });

  it('bridges a moment in between', () => {
    const moments = Array.from({ length: 11 }, (_, i) => (i === 5 ? moment(5, 5 * step, null) : rowMoment(i, i * step, 0.12)));
    smooth(moments).forEach(({ speed }) => expect(speed[cell]).toBeCloseTo(0.12, 5));
  });

  it('does not carry motion over a gap to the unmeasured moment after it', () => {
    const before = Array.from({ length: 10 }, (_, i) => rowMoment(i, i * step, 0.4));
    const after = Array.from({ length: 9 }, (_, i) => rowMoment(11 + i, 60 + (i + 1) * step, 0.05));
    const speeds = smooth([...before, moment(10, 60, null), ...after]).map(({ speed }) => speed[cell]);
    speeds.slice(10).forEach((speed) => expect(speed).toBeCloseTo(0.05, 5));
  });

  it('gives zeros where nothing at all was measured', () => {
    const smoothed = smooth([moment(0, 0, null), moment(1, step, null)]);
    expect(smoothed.map(({ speed }) => Math.max(...speed))).toEqual([0, 0]);
  });
});
