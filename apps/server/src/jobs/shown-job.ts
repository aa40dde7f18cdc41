import type { Job, ShownJob } from '@vigil/contracts';

/** A job as it is shown to others: without the secret of its lease. */
export function shownJob(job: Job): ShownJob {
  const { leaseToken: _, ...shown } = job;
  return shown;
}
