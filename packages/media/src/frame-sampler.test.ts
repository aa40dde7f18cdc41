import { describe, expect, it } from 'vitest';
import { FrameSampler } from './frame-sampler.ts';

function kept(times: number[], rate: number, sourceRate: number | null): number[] {
  const sampler = new FrameSampler(rate, sourceRate);
  return times.filter((time) => sampler.keep(time));
}

function steady(count: number, rate: number, start = 0): number[] {
  return Array.from({ length: count }, (_, index) => start + index / rate);
}

function gaps(times: number[]): number[] {
  return times.slice(1).map((time, index) => time - times[index]);
}

describe('a source at or below the analysis rate', () => {
  it.each([5, 8.33, 10, 10.4])('keeps every picture at %f fps', (rate) => {
    expect(kept(steady(500, rate, 0.07), 10, rate)).toHaveLength(500);
  });

  it('keeps every picture though time stamps are uneven', () => {
    const uneven = steady(500, 10).map((time, index) => time + 0.04 * Math.sin(index * 1.7));
    expect(kept(uneven, 10, 10)).toHaveLength(500);
  });

  it('thins bursts', () => {
    expect(kept([0, 0.01, 0.02, 0.5, 0.51, 1], 10, 6)).toEqual([0, 0.5, 1]);
  });
});

describe('a source above the analysis rate', () => {
  it.each([
    [30, 10],
    [29.97, 9.99],
    [60, 10],
    [20, 10],
    [50, 10],
  ])('keeps evenly spaced pictures of %f fps', (sourceRate, keptRate) => {
    const times = kept(steady(9000, sourceRate, 1.4), 10, sourceRate);
    for (const gap of gaps(times)) expect(gap).toBeCloseTo(1 / keptRate, 6);
  });

  it('keeps evenly spaced pictures though time stamps are rounded to milliseconds', () => {
    const times = kept(
      steady(900, 30).map((time) => Math.round(time * 1000) / 1000),
      10,
      30,
    );
    for (const gap of gaps(times)) expect(Math.abs(gap - 0.1)).toBeLessThan(0.002);
  });

  it('keeps ten a second of 25', () => {
    expect(kept(steady(2500, 25), 10, 25)).toHaveLength(1000);
  });

  it('keeps at most ten a second of a variable rate that it does not know', () => {
    const times = kept([...steady(100, 60), ...steady(20, 2, 2)], 10, null);
    expect(times.filter((time) => time < 1.6)).toHaveLength(16);
    expect(times.filter((time) => time >= 2)).toHaveLength(20);
  });
});

it('keeps no picture twice', () => {
  expect(kept([0, 0, 0.1, 0.1, 0.05, 0.2], 10, 10)).toEqual([0, 0.1, 0.2]);
});
