import { type Analysis, type Job, type Video, VigilError } from '@vigil/contracts';
import { enqueueJob, jobIdOf } from './enqueue-job.ts';
import { insertOnce, type JobContext } from './job-context.ts';
import { newRecordId, recordIdOf } from './record-id.ts';

/** What an analysis is asked for with. */
export interface AnalysisSubmission {
  readonly video: Video;
  /** Null compares the video with itself. */
  readonly profileId: string | null;
  readonly budgetIncidentsPerDay: number;
  /** User, API key or camera that asks. */
  readonly requestedBy: string;
  /**
   * Names the request, so that repeating it after an interruption gives the same analysis; an upload passes its own id. Where it is
   * left out, an analysis of the same that is still under way is the answer, and a new one otherwise.
   */
  readonly requestKey?: string | undefined;
}

/** An analysis that was queued. */
export interface SubmittedAnalysis {
  readonly analysis: Analysis;
  readonly job: Job;
  /** False where it had been asked for before. */
  readonly added: boolean;
}

/**
 * Queues the analysis of a video.
 *
 * @throws VigilError `gone` for a video whose original was removed, `not-media` for one that cannot be read, `profile-missing` for a
 * profile that is not there or has not learned yet, `bad-request` for a budget that is none
 */
export async function submitAnalysis(context: JobContext, submission: AnalysisSubmission): Promise<SubmittedAnalysis> {
  const { store } = context;
  const { video, profileId, budgetIncidentsPerDay, requestedBy } = submission;
  requireReadable(video);
  requireBudget(budgetIncidentsPerDay);
  const profileVersion = await readyProfileVersion(context, profileId);
  const requestKey = submission.requestKey ?? (await keyOfRunning(context, submission)) ?? newRecordId(context.clock);
  const idempotencyKey = `analyse ${video.id} ${requestKey}`;
  const analysis = await insertOnce(store.analyses, {
    id: recordIdOf(`analysis ${idempotencyKey}`),
    videoId: video.id,
    jobId: jobIdOf(idempotencyKey),
    profileId,
    profileVersion,
    budgetIncidentsPerDay,
    state: 'queued',
    error: null,
    startedAt: null,
    endedAt: null,
    analysedSeconds: null,
    incidentCount: null,
    budget: null,
    modalities: [],
    versions: {},
    warnings: [],
  });
  const { job, added } = await enqueueJob(context, {
    payload: { type: 'analyse-video', videoId: video.id, analysisId: analysis.id },
    idempotencyKey,
    fairnessKey: video.sourceId === null ? `user:${requestedBy}` : `source:${video.sourceId}`,
    subjectId: video.id,
  });
  if (added) {
    const changed = await store.videos.update(video.id, (found) => ({ ...found, latestAnalysisId: analysis.id }));
    await store.events.append([
      { topic: 'analysis', type: 'new', record: analysis },
      { topic: 'video', type: 'update', record: changed },
    ]);
  }
  return { analysis, job, added };
}

/** The request key of an analysis of the same video with the same settings that has not ended. */
async function keyOfRunning(
  { store }: JobContext,
  { video, profileId, budgetIncidentsPerDay }: AnalysisSubmission,
): Promise<string | null> {
  const latest = video.latestAnalysisId === null ? null : await store.analyses.get(video.latestAnalysisId);
  if (latest === null || latest.profileId !== profileId || latest.budgetIncidentsPerDay !== budgetIncidentsPerDay) return null;
  const job = await store.jobs.get(latest.jobId);
  if (job === null || (job.state !== 'queued' && job.state !== 'leased')) return null;
  return job.idempotencyKey.slice(`analyse ${video.id} `.length);
}

/** @throws VigilError `gone`, `not-media` */
export function requireReadable({ id, name, state, problem, originalRemoved }: Video): void {
  if (originalRemoved) {
    throw new VigilError('gone', `The original of ${name} was removed by retention; upload it again`, { videoId: id });
  }
  if (state === 'unreadable') {
    throw new VigilError('not-media', `${name} cannot be analysed: ${problem ?? 'it cannot be read'}`, { videoId: id });
  }
}

function requireBudget(budgetIncidentsPerDay: number): void {
  if (budgetIncidentsPerDay > 0 && budgetIncidentsPerDay <= 100_000) return;
  const text = `The alarm budget is more than 0 and at most 100000 incidents a day, not ${budgetIncidentsPerDay}`;
  throw new VigilError('bad-request', text, { budgetIncidentsPerDay });
}

async function readyProfileVersion({ store }: JobContext, profileId: string | null): Promise<string | null> {
  if (profileId === null) return null;
  const profile = await store.profiles.get(profileId);
  if (profile === null)
    throw new VigilError('profile-missing', `There is no profile ${profileId}; learn it first`, { profileId });
  if (profile.profileVersion === null) {
    const text = `The profile ${profile.name} has not learned anything yet; wait until it is ready`;
    throw new VigilError('profile-missing', text, { profileId });
  }
  return profile.profileVersion;
}
