import { applyRetention } from '../../retention/apply-retention.ts';
import type { JobRunOf } from './job-run.ts';

/** Applies the retention; where the lease ends before, what was removed stays removed and the next attempt does the rest. */
export async function runRetention({ context, lease }: JobRunOf<'apply-retention'>): Promise<void> {
  const stopped = new AbortController();
  const unlisten = lease.onEnd(() => stopped.abort());
  try {
    await applyRetention({ ...context, signal: stopped.signal });
  } finally {
    unlisten();
  }
}
