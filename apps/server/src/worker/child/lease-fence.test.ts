import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LeaseFence } from './lease-fence.ts';

describe('the fence of a lease', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('calls back when nobody has prolonged it in time, and not before', async () => {
    const onExpired = vi.fn<() => void>();
    using fence = new LeaseFence(1000, onExpired);
    await vi.advanceTimersByTimeAsync(900);
    fence.prolong(1000);
    await vi.advanceTimersByTimeAsync(900);
    expect(onExpired).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(400);
    expect(onExpired).toHaveBeenCalled();
  });

  it('hears what waited while a calculation held everything up', async () => {
    const onExpired = vi.fn<() => void>();
    using fence = new LeaseFence(1000, onExpired);
    // the message comes after the timers and before the second look, as messages of a channel do
    vi.setSystemTime(Date.now());
    setTimeout(() => setImmediate(() => fence.prolong(5000)), 1200);
    await vi.advanceTimersByTimeAsync(1300);
    expect(onExpired).not.toHaveBeenCalled();
  });
});
