import { type Job, type JobPayload, type ProfileRecord, VigilError } from '@vigil/contracts';
import { enqueueJob } from './enqueue-job.ts';
import { insertOnce, type JobContext } from './job-context.ts';
import { newRecordId, recordIdOf } from './record-id.ts';
import { requireReadable } from './submit-analysis.ts';

/** Footage that is normal: a whole video, or a range of it in media seconds. */
export type NormalFootage = Extract<JobPayload, { type: 'learn-profile' }>['footage'][number];

/** What a profile is to be learned from. */
export interface LearningSubmission {
  /** The profile to extend or to learn anew; null makes one of the name. */
  readonly profileId: string | null;
  /** Name of a new profile; not used for one that is there. */
  readonly name: string;
  readonly footage: readonly NormalFootage[];
  /** Whether the footage is added to what the profile knows; false forgets that. A new profile is never extended. */
  readonly extend: boolean;
  readonly requestedBy: string;
  /** Names the request, so that repeating it is the same request; a new one each time where left out. */
  readonly requestKey?: string | undefined;
}

/** Learning that was queued. */
export interface SubmittedLearning {
  readonly profile: ProfileRecord;
  readonly job: Job;
  readonly added: boolean;
}

/**
 * Queues learning a profile, or extending it. A new profile's record is made at once, in the state `learning`.
 *
 * @throws VigilError `not-found` for a profile or video that is not there, `gone`, `not-media`, `bad-request` for a range that is none
 */
export async function submitLearning(context: JobContext, submission: LearningSubmission): Promise<SubmittedLearning> {
  const { store, clock } = context;
  const { footage, requestedBy } = submission;
  await requireFootage(context, footage);
  const idempotencyKey = `learn ${submission.requestKey ?? newRecordId(clock)}`;
  const profile = await profileFor(context, submission, idempotencyKey);
  const extend = submission.extend && profile.profileVersion !== null;
  const { job, added } = await enqueueJob(context, {
    payload: { type: 'learn-profile', profileId: profile.id, footage: [...footage], extend, requestedBy },
    idempotencyKey,
    fairnessKey: `user:${requestedBy}`,
    subjectId: profile.id,
  });
  if (!added || submission.profileId === null) return { profile, job, added };
  const learning = await store.profiles.update(profile.id, (found) => ({ ...found, state: 'learning', problem: null }));
  return { profile: learning, job, added };
}

async function profileFor({ store }: JobContext, submission: LearningSubmission, key: string): Promise<ProfileRecord> {
  const { profileId, name } = submission;
  if (profileId !== null) {
    const found = await store.profiles.get(profileId);
    if (found === null) throw new VigilError('not-found', `There is no profile ${profileId}`, { profileId });
    return found;
  }
  return await insertOnce(store.profiles, {
    id: recordIdOf(`profile ${key}`),
    name,
    state: 'learning',
    problem: null,
    revision: 0,
    profileVersion: null,
    fileKey: null,
    sources: [],
    calibrationSeconds: 0,
    sizeBytes: 0,
    revisions: [],
  });
}

async function requireFootage({ store }: JobContext, footage: readonly NormalFootage[]): Promise<void> {
  if (footage.length === 0 || footage.length > 100) {
    throw new VigilError('bad-request', `A profile is learned from 1 to 100 pieces of footage, not ${footage.length}`, {
      pieces: footage.length,
    });
  }
  for (const { videoId, startSeconds, endSeconds } of footage) {
    const video = await store.videos.get(videoId);
    if (video === null) throw new VigilError('not-found', `There is no video ${videoId}`, { videoId });
    requireReadable(video);
    if (startSeconds === null || endSeconds === null || endSeconds > startSeconds) continue;
    const text = `A range of footage ends after it starts, not at ${endSeconds} s after a start at ${startSeconds} s`;
    throw new VigilError('bad-request', text, { videoId, startSeconds, endSeconds });
  }
}
