import { type Correction, type IncidentRecord, type Job, largestPage, VigilError } from '@vigil/contracts';
import { correctionFootage } from './correction-footage.ts';
import { enqueueJob } from './enqueue-job.ts';
import { insertOnce, type JobContext } from './job-context.ts';
import { newRecordId, recordIdOf } from './record-id.ts';
import { type NormalFootage, submitLearning, type SubmittedLearning } from './submit-learning.ts';

/** "This is normal", said of incidents. */
export interface CorrectionSubmission {
  readonly profileId: string;
  /** 1 to 100. */
  readonly incidentIds: readonly string[];
  readonly createdBy: string;
  /** Names the request, so that repeating it is the same request; a new one each time where left out. */
  readonly requestKey?: string | undefined;
}

/** A preview that was queued. */
export interface SubmittedCorrection {
  readonly correction: Correction;
  readonly job: Job;
  readonly added: boolean;
}

/**
 * Queues working out what extending a profile with incidents would change. Nothing is changed yet.
 *
 * @throws VigilError `not-found`, `profile-missing` where the profile has learned nothing, `bad-request` for no or too many incidents
 */
export async function submitCorrectionPreview(
  context: JobContext,
  { profileId, incidentIds, createdBy, requestKey }: CorrectionSubmission,
): Promise<SubmittedCorrection> {
  const { store, clock } = context;
  const profile = await store.profiles.get(profileId);
  if (profile === null) throw new VigilError('not-found', `There is no profile ${profileId}`, { profileId });
  if (profile.profileVersion === null) {
    throw new VigilError('profile-missing', `The profile ${profile.name} has learned nothing that could be corrected`, {
      profileId,
    });
  }
  const called = await requireIncidents(context, incidentIds);
  const footage = correctionFootage(called, await incidentsBeside(context, called));
  const idempotencyKey = `correct ${profileId} ${requestKey ?? newRecordId(clock)}`;
  const correction = await insertOnce(store.corrections, {
    id: recordIdOf(`correction ${idempotencyKey}`),
    profileId,
    profileVersion: profile.profileVersion,
    incidentIds: [...incidentIds],
    footage,
    state: 'working',
    error: null,
    vanishing: [],
    missedConfirmed: [],
    additional: 0,
    createdBy,
  });
  const { job, added } = await enqueueJob(context, {
    payload: { type: 'preview-correction', profileId, correctionId: correction.id },
    idempotencyKey,
    fairnessKey: `user:${createdBy}`,
    subjectId: profileId,
    // somebody looks at the screen and waits
    priority: 10,
  });
  return { correction, job, added };
}

/**
 * Does what a preview has shown: queues extending the profile with the incidents' footage.
 *
 * @throws VigilError `not-found`, `conflict` where the preview is not ready or the profile was changed since
 */
export async function applyCorrection(
  context: JobContext,
  { correctionId, requestedBy }: { readonly correctionId: string; readonly requestedBy: string },
): Promise<SubmittedLearning & { readonly correction: Correction }> {
  const { store } = context;
  const found = await store.corrections.get(correctionId);
  if (found === null) throw new VigilError('not-found', `There is no correction ${correctionId}`, { correctionId });
  if (found.state !== 'ready' && found.state !== 'applied') {
    throw new VigilError('conflict', `The correction ${correctionId} is ${found.state}, not ready`, {
      correctionId,
      state: found.state,
    });
  }
  const profile = await store.profiles.get(found.profileId);
  if (profile === null)
    throw new VigilError('not-found', `There is no profile ${found.profileId}`, { profileId: found.profileId });
  if (found.state === 'ready' && profile.profileVersion !== found.profileVersion) {
    const text = `The profile ${profile.name} was changed since this preview was made; make a new one`;
    throw new VigilError('conflict', text, { correctionId, profileVersion: profile.profileVersion });
  }
  const incidents = await requireIncidents(context, found.incidentIds);
  const learning = await submitLearning(context, {
    profileId: found.profileId,
    name: profile.name,
    footage: footageOf(found, incidents),
    extend: true,
    requestedBy,
    requestKey: `correction ${correctionId}`,
  });
  const correction = await store.corrections.update(correctionId, (record) => ({ ...record, state: 'applied' }));
  return { ...learning, correction };
}

/** What a correction learns from. */
export function footageOf({ footage }: Correction, called: readonly IncidentRecord[]): readonly NormalFootage[] {
  return footage ?? correctionFootage(called, []);
}

/** The newest 200 incidents of each of the videos. */
async function incidentsBeside({ store }: JobContext, called: readonly IncidentRecord[]): Promise<IncidentRecord[]> {
  const beside: IncidentRecord[] = [];
  for (const videoId of new Set(called.map((incident) => incident.videoId))) {
    const { items } = await store.incidents.list({ filter: { videoId }, limit: largestPage });
    beside.push(...items);
  }
  return beside;
}

async function requireIncidents({ store }: JobContext, incidentIds: readonly string[]): Promise<IncidentRecord[]> {
  if (incidentIds.length === 0 || incidentIds.length > 100) {
    const text = `A correction names 1 to 100 incidents, not ${incidentIds.length}`;
    throw new VigilError('bad-request', text, { incidents: incidentIds.length });
  }
  const found = await store.incidents.getMany(incidentIds);
  const missing = incidentIds.find((id) => !found.some((incident) => incident.id === id));
  if (missing !== undefined) throw new VigilError('not-found', `There is no incident ${missing}`, { incidentId: missing });
  return found;
}
