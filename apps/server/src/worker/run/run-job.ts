import { randomBytes } from 'node:crypto';
import type { Job } from '@vigil/contracts';
import type { JobOutcome } from '@vigil/store';
import { settleJob } from '../../jobs/settle-job.ts';
import type { HeldLease } from '../lease/held-lease.ts';
import { withoutStoreFailures } from '../lease/without-store-failures.ts';
import { FeatureCache } from '../work-folder/feature-cache.ts';
import { removeWorkFolders, takeWorkFolder } from '../work-folder/job-work-folder.ts';
import type { WorkerContext, WorkerTimes } from '../worker-context.ts';
import { asVigilError, outcomeOf } from './attempt-outcome.ts';
import { runPayload } from './run-payload.ts';

/** Runs a job that this worker holds and ends its lease. Never throws: what goes wrong is the job's, or is logged. */
export async function runJob(context: WorkerContext, times: WorkerTimes, lease: HeldLease): Promise<void> {
  const { log, media } = context;
  const { id, type, attempts } = lease.job;
  const root = media.temporaryFolder('work');
  const startedMs = performance.now();
  const outcome = await attempt(context, times, lease, root);
  const facts = { jobId: id, type, attempt: attempts, outcome: outcome.state, seconds: (performance.now() - startedMs) / 1000 };
  try {
    const ended = await lease.finish(outcome);
    if (ended === null) return log.warn(facts, 'the lease of a job was lost; another attempt goes on with it');
    log.info(facts, 'an attempt at a job ended');
    await withoutStoreFailures(
      () => settleJob(context.store, ended),
      () => true,
    );
    if (ended.state !== 'queued') await removeWorkFolders(root, id);
  } catch (error) {
    log.error({ ...facts, error }, 'the end of an attempt could not be stored');
  }
}

async function attempt(context: WorkerContext, times: WorkerTimes, lease: HeldLease, root: string): Promise<JobOutcome> {
  const job: Job = lease.job;
  try {
    const { path: workFolder } = await takeWorkFolder(root, job, randomBytes(4).toString('hex'));
    const features = new FeatureCache(root);
    await runPayload({ context, times, lease, job, workFolder, features }, job.payload);
    return { state: 'done' };
  } catch (error) {
    const outcome = outcomeOf(lease.job, error, lease.ending);
    if (outcome.state === 'failed') {
      const { code, message, details } = asVigilError(error);
      context.log.warn({ jobId: job.id, type: job.type, code, message, details }, 'an attempt at a job failed');
    }
    return outcome;
  }
}
