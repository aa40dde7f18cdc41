import type { JobState } from '@vigil/contracts';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasEnded, settleJob } from '../jobs/settle-job.ts';
import { jobIdOfFolder } from './work-folder/job-work-folder.ts';
import type { WorkerContext } from './worker-context.ts';

const dayMs = 24 * 3_600_000;
/** Ended jobs of each state that are looked at after a start: those that a killed worker may have left half ended are among the last. */
const lastEnded = 100;

/** What any worker sees to, now and then; several may do it at the same time. */
export async function keepInOrder({ store }: WorkerContext): Promise<void> {
  for (const job of await store.jobs.failLost()) await settleJob(store, job);
}

/** Removes messages of the feed that nobody asks for any more. */
export async function trimFeed({ store, clock }: WorkerContext): Promise<void> {
  await store.events.removeBefore(new Date(clock() - dayMs).toISOString());
}

/**
 * Makes up for what workers left undone that were killed: records whose job has ended and that do not say so, and work folders of
 * jobs that are over.
 */
export async function makeUpForKilled(context: WorkerContext): Promise<void> {
  const { store, media } = context;
  for (const state of ['failed', 'cancelled'] as const satisfies readonly JobState[]) {
    const { items } = await store.jobs.list({ filter: { state }, limit: lastEnded });
    for (const job of items) if (await isUnsettled(context, job.payload)) await settleJob(store, job);
  }
  const root = media.temporaryFolder('work');
  for (const name of await readdir(root)) {
    const id = jobIdOfFolder(name);
    const job = id === null ? null : await store.jobs.get(id);
    if (job !== null && hasEnded(job)) await rm(join(root, name), { recursive: true, force: true });
  }
}

/** Whether the record that a job is about still says that it goes on. */
async function isUnsettled({ store }: WorkerContext, payload: Parameters<typeof settleJob>[1]['payload']): Promise<boolean> {
  switch (payload.type) {
    case 'analyse-video': {
      const state = (await store.analyses.get(payload.analysisId))?.state;
      return state === 'queued' || state === 'running';
    }
    case 'evaluate': {
      const state = (await store.evaluations.get(payload.evaluationId))?.state;
      return state === 'queued' || state === 'running';
    }
    case 'preview-correction':
      return (await store.corrections.get(payload.correctionId))?.state === 'working';
    case 'learn-profile':
    case 'make-previews':
    case 'apply-retention':
    case 'build-model':
      return false;
  }
}
