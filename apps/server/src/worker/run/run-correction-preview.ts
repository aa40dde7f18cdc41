import { type IncidentRecord, VigilError } from '@vigil/contracts';
import { footageOf } from '../../jobs/submit-correction.ts';
import { profileKey } from '@vigil/media-store';
import { join } from 'node:path';
import { workName } from '@vigil/pipeline';
import type { CorrectedVideo, RaisedSpan } from '../child/messages.ts';
import { withoutStoreFailures } from '../lease/without-store-failures.ts';
import type { WorkerContext } from '../worker-context.ts';
import { extractionFolder, type JobRun, type JobRunOf, originalOf, requireVideo } from './job-run.ts';
import { keepFootage, learningFootage } from './learning-footage.ts';
import { runProcess } from './run-process.ts';

/** Incidents of one video that are looked at, the newest ones. */
const incidentsOfVideo = 200;

/** Works out what extending a profile with incidents would change on the videos they come from. */
export async function runCorrectionPreview(run: JobRunOf<'preview-correction'>): Promise<void> {
  const { context, lease, payload } = run;
  const { store, media } = context;
  const { correctionId, profileId } = payload;
  const correction = await store.corrections.get(correctionId);
  if (correction === null) throw new VigilError('not-found', `The correction ${correctionId} was removed`, { correctionId });
  if (correction.state === 'ready' || correction.state === 'applied') return;
  const called = await store.incidents.getMany(correction.incidentIds);
  const footage = await learningFootage(run, footageOf(correction, called));
  const videoIds = [...new Set(called.map(({ videoId }) => videoId))];
  const videos: CorrectedVideo[] = [];
  for (const videoId of videoIds) videos.push(await correctedVideo(run, videoId));
  const workFolder = extractionFolder(run);
  const profilePath = await media.pathOf(profileKey(profileId, correction.profileVersion));
  const spans = await runProcess(run, { kind: 'preview-correction', profilePath, footage, videos, workFolder }, footage);
  const vanishing: IncidentRecord[] = [];
  let additional = 0;
  for (const [number, videoId] of videoIds.entries()) {
    const { before, after } = spans[number];
    const { items } = await store.incidents.list({ filter: { videoId }, limit: incidentsOfVideo });
    const wasRaised = items.filter((incident) => meets(incident, before));
    vanishing.push(...wasRaised.filter((incident) => !meets(incident, after)));
    additional += after.filter((span) => !meets(span, before)).length;
  }
  const isHeld = (): boolean => lease.validMs > 0;
  await withoutStoreFailures(() => lease.confirm(), isHeld);
  const change = () =>
    store.corrections.update(correctionId, (found) => ({
      ...found,
      state: 'ready',
      error: null,
      vanishing: vanishing.map(({ id }) => id),
      missedConfirmed: vanishing.filter(({ status }) => status === 'confirmed').map(({ id }) => id),
      additional,
    }));
  await withoutStoreFailures(change, isHeld);
  // the next preview, and learning what this one has shown, take seconds
  await keepFootage(run, videoIds);
}

async function correctedVideo(run: JobRun, videoId: string): Promise<CorrectedVideo> {
  const { context, features } = run;
  const video = await requireVideo(context, videoId);
  const file = await originalOf(context, video);
  await features.lend(video.sha256, join(extractionFolder(run), workName(file.path)));
  return { file, sourceId: video.id, budgetIncidentsPerDay: await budgetOf(context, video.latestAnalysisId) };
}

async function budgetOf({ store }: WorkerContext, analysisId: string | null): Promise<number> {
  const analysis = analysisId === null ? null : await store.analyses.get(analysisId);
  if (analysis === null) throw new VigilError('not-found', 'The analysis of an incident was removed', { analysisId });
  return analysis.budgetIncidentsPerDay;
}

function meets({ startSeconds, endSeconds }: RaisedSpan, spans: readonly RaisedSpan[]): boolean {
  return spans.some((span) => span.startSeconds <= endSeconds && span.endSeconds >= startSeconds);
}
