import type { ErrorBody, FeedEvent, Job } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { shownJob } from './shown-job.ts';

/**
 * Brings the record that a job is about in line with where the job stands, and tells the feed of both. Doing it again changes
 * nothing, so that whoever finds a job ended may do it. What a job that is done has found is written before it ends, not here.
 */
export async function settleJob(store: Store, job: Job): Promise<void> {
  const about = await settleSubject(store, job);
  await store.events.append([...about, { topic: 'job', type: hasEnded(job) ? 'end' : 'update', record: shownJob(job) }]);
}

/** Whether a job is over, unless it is queued again. */
export function hasEnded({ state }: Job): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

async function settleSubject(store: Store, job: Job): Promise<FeedEvent[]> {
  const state = subjectState(job);
  if (state === null) return [];
  const { payload } = job;
  switch (payload.type) {
    case 'analyse-video': {
      const found = await store.analyses.get(payload.analysisId);
      if (found === null || found.state === 'done' || found.state === state) return [];
      const record = await store.analyses.update(payload.analysisId, (analysis) =>
        analysis.state === 'done' ? null : { ...analysis, state, error: errorOf(job), endedAt: job.endedAt },
      );
      return [{ topic: 'analysis', type: hasEnded(job) ? 'end' : 'update', record }];
    }
    case 'evaluate': {
      if ((await store.evaluations.get(payload.evaluationId)) === null) return [];
      await store.evaluations.update(payload.evaluationId, (evaluation) =>
        evaluation.state === 'done' ? null : { ...evaluation, state, error: errorOf(job) },
      );
      return [];
    }
    case 'learn-profile': {
      if ((await store.profiles.get(payload.profileId)) === null) return [];
      await store.profiles.update(payload.profileId, (profile) => {
        if (state === 'queued') return { ...profile, state: 'learning', problem: null };
        // what it had learned before is still good
        if (profile.profileVersion !== null) return { ...profile, state: 'ready', problem: job.error?.message ?? null };
        return { ...profile, state: 'failed', problem: job.error?.message ?? 'Learning was cancelled.' };
      });
      return [];
    }
    case 'preview-correction': {
      if ((await store.corrections.get(payload.correctionId)) === null) return [];
      await store.corrections.update(payload.correctionId, (correction) => {
        if (correction.state === 'ready' || correction.state === 'applied') return null;
        return { ...correction, state: state === 'queued' ? 'working' : 'failed', error: errorOf(job) };
      });
      return [];
    }
    case 'make-previews':
    case 'apply-retention':
    case 'build-model':
      return [];
  }
}

/** What the job's end means for its subject; null where it means nothing. */
function subjectState({ state }: Job): 'queued' | 'failed' | 'cancelled' | null {
  switch (state) {
    case 'failed':
    case 'cancelled':
    case 'queued':
      return state;
    case 'leased':
    case 'done':
      return null;
  }
}

function errorOf(job: Job): ErrorBody | null {
  return job.state === 'failed' ? job.error : null;
}
