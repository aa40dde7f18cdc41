import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StallWatch } from './stall-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('calls back once when what is owed does not come', () => {
  const stalled = vi.fn();
  using watch = new StallWatch(800, stalled);
  watch.owe();
  vi.advanceTimersByTime(800);
  expect(stalled).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(stalled).toHaveBeenCalledOnce();
});

it('starts again with every sign of progress', () => {
  const stalled = vi.fn();
  using watch = new StallWatch(800, stalled);
  watch.owe();
  for (let i = 0; i < 20; i += 1) {
    vi.advanceTimersByTime(700);
    watch.progress();
  }
  expect(stalled).not.toHaveBeenCalled();
});

it('never counts time in which nothing is owed', () => {
  const stalled = vi.fn();
  using watch = new StallWatch(800, stalled);
  vi.advanceTimersByTime(10_000);
  watch.owe();
  vi.advanceTimersByTime(500);
  watch.rest();
  vi.advanceTimersByTime(10_000);
  expect(stalled).not.toHaveBeenCalled();
});
