import { join } from 'node:path';
import { type Analysis, VigilError } from '@vigil/contracts';
import { analysisKey, profileKey } from '@vigil/media-store';
import type { TaskAnswers } from '../child/messages.ts';
import { withoutStoreFailures } from '../lease/without-store-failures.ts';
import { announceIncidents } from '../publish/announce-incidents.ts';
import { completeIncidents } from '../publish/complete-incidents.ts';
import type { WorkerContext } from '../worker-context.ts';
import { extractionFolder, type JobRunOf, originalOf, requireVideo } from './job-run.ts';
import { runProcess } from './run-process.ts';

/** Analyses a video: incidents are announced when they are decided, completed when their evidence is stored. */
export async function runAnalysis(run: JobRunOf<'analyse-video'>): Promise<void> {
  const { context, lease, payload, features } = run;
  const { store, media } = context;
  const analysis = await store.analyses.get(payload.analysisId);
  if (analysis === null) throw new VigilError('not-found', `The analysis ${payload.analysisId} was removed`, { ...payload });
  if (analysis.state === 'done') return;
  const video = await requireVideo(context, payload.videoId);
  const file = await originalOf(context, video);
  await markRunning(context, analysis.id);
  const workFolder = extractionFolder(run);
  const outputFolder = join(run.workFolder, 'output');
  await features.lend(video.sha256, workFolder);
  // as long as nobody knows better, an answer without incidents was decided when it came
  const origin = { video, analysisId: analysis.id, decidedAt: new Date(context.clock()).toISOString() };
  const isHeld = (): boolean => lease.validMs > 0;
  const answer = await runProcess(
    run,
    {
      kind: 'analyse',
      file,
      sourceId: video.id,
      profilePath: await profilePathOf(context, analysis),
      budgetIncidentsPerDay: analysis.budgetIncidentsPerDay,
      workFolder,
      outputFolder,
    },
    [file],
    {
      onIncidents: async ({ incidents, decidedAt }) => {
        const announce = (): Promise<void> =>
          announceIncidents(store, incidents, { ...origin, decidedAt }, () => lease.requireHeld());
        await withoutStoreFailures(announce, isHeld);
      },
    },
  );
  await withoutStoreFailures(() => lease.confirm(), isHeld);
  await media.adopt(outputFolder, analysisKey(analysis.id));
  await withoutStoreFailures(async () => {
    lease.requireHeld();
    await completeIncidents(store, answer.incidents, origin);
    await markDone(context, analysis.id, answer);
  }, isHeld);
  await features.keep(video.sha256, workFolder);
}

/** The profile as it was when the analysis was asked for: an extension meanwhile does not change what attempts find. */
async function profilePathOf({ media }: WorkerContext, { profileId, profileVersion }: Analysis): Promise<string | null> {
  if (profileId === null || profileVersion === null) return null;
  return await media.pathOf(profileKey(profileId, profileVersion)).catch((cause: unknown) => {
    const text = `The profile ${profileId} in version ${profileVersion} was removed; ask for a new analysis`;
    throw new VigilError('profile-missing', text, { profileId, profileVersion }, cause);
  });
}

async function markRunning({ store, clock }: WorkerContext, analysisId: string): Promise<void> {
  const record = await store.analyses.update(analysisId, (found) => ({
    ...found,
    state: 'running',
    error: null,
    startedAt: found.startedAt ?? new Date(clock()).toISOString(),
    endedAt: null,
  }));
  await store.events.append([{ topic: 'analysis', type: 'update', record }]);
}

async function markDone({ store, clock }: WorkerContext, analysisId: string, answer: TaskAnswers['analyse']): Promise<void> {
  const record = await store.analyses.update(analysisId, (found) => ({
    ...found,
    state: 'done',
    endedAt: new Date(clock()).toISOString(),
    analysedSeconds: answer.analysedSeconds,
    incidentCount: answer.incidents.length,
    budget: answer.budget,
    modalities: answer.modalities,
    versions: answer.versions,
    warnings: answer.warnings,
  }));
  await store.events.append([{ topic: 'analysis', type: 'end', record }]);
}
