import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ProfileRecord, VigilError } from '@vigil/contracts';
import { profileKey } from '@vigil/media-store';
import { withoutStoreFailures } from '../lease/without-store-failures.ts';
import { extractionFolder, type JobRunOf } from './job-run.ts';
import { footageText, keepFootage, learningFootage } from './learning-footage.ts';
import { runProcess } from './run-process.ts';

/** Revisions that can be gone back to at most. */
const keptRevisions = 50;

/** Learns or extends a profile and makes it the current revision. */
export async function runLearning(run: JobRunOf<'learn-profile'>): Promise<void> {
  const { context, lease, payload, job } = run;
  const { store, media } = context;
  const profile = await store.profiles.get(payload.profileId);
  if (profile === null)
    throw new VigilError('not-found', `The profile ${payload.profileId} was removed`, { profileId: payload.profileId });
  const footage = await learningFootage(run, payload.footage);
  const summary = footage.map(footageText).join(', ');
  if (isIn(profile, job.id)) return;
  const previousPath = payload.extend && profile.fileKey !== null ? await media.pathOf(profile.fileKey) : null;
  const outputPath = join(run.workFolder, 'profile');
  const answer = await runProcess(
    run,
    { kind: 'learn', name: profile.name, footage, previousPath, workFolder: extractionFolder(run), outputPath },
    footage,
  );
  const isHeld = (): boolean => lease.validMs > 0;
  await withoutStoreFailures(() => lease.confirm(), isHeld);
  const bytes = await readFile(outputPath);
  const { profileVersion } = answer;
  const { key: fileKey } = await media.write(profileKey(profile.id, profileVersion), bytes);
  const change = (found: ProfileRecord): ProfileRecord | null => {
    if (isIn(found, job.id)) return null;
    requireSameBasis(found, profile);
    const revision = found.revision + 1;
    const at = new Date(context.clock()).toISOString();
    const by = payload.requestedBy;
    const entry = {
      revision,
      profileVersion,
      fileKey,
      change: previousPath === null ? ('learned' as const) : ('extended' as const),
      summary: revisionSummary(summary, job.id),
      at,
      by,
    };
    return {
      ...found,
      state: 'ready',
      problem: null,
      revision,
      profileVersion,
      fileKey,
      sources: [...answer.sources],
      calibrationSeconds: answer.calibrationSeconds,
      sizeBytes: bytes.length,
      revisions: [...found.revisions, entry].slice(-keptRevisions),
    };
  };
  await withoutStoreFailures(() => store.profiles.update(profile.id, change), isHeld);
  await keepFootage(
    run,
    payload.footage.map(({ videoId }) => videoId),
  );
}

/** The job is named, so that an attempt that was cut off after this step is known to have done it. */
function revisionSummary(text: string, jobId: string): string {
  return `${text} (job ${jobId})`;
}

function isIn({ revisions }: ProfileRecord, jobId: string): boolean {
  return revisions.some(({ summary }) => summary.endsWith(`(job ${jobId})`));
}

/** @throws VigilError `conflict` where somebody changed the profile meanwhile: the next attempt extends what there is then */
function requireSameBasis(found: ProfileRecord, before: ProfileRecord): void {
  if (found.profileVersion === before.profileVersion) return;
  const text = `The profile ${found.name} was changed while it was learned; it is learned again on top of that`;
  throw new VigilError('conflict', text, { profileId: found.id });
}
