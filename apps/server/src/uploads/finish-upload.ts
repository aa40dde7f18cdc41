import { link, rm } from 'node:fs/promises';
import { type Analysis, type ErrorBody, type UploadWishes, type Video, VigilError } from '@vigil/contracts';
import { insertOnce } from '../jobs/job-context.ts';
import { submitAnalysis } from '../jobs/submit-analysis.ts';
import { submitPreviews } from '../jobs/submit-upkeep.ts';
import { storedSettings } from '../settings/stored-settings.ts';
import type { InspectedVideo } from './inspect-upload.ts';
import type { ArrivedFile, UploadContext } from './upload-context.ts';

/** An upload that became a video. */
export interface FinishedUpload {
  readonly video: Video;
  /** Null where none was asked for, or it could not be queued. */
  readonly analysis: Analysis | null;
  /** Why an analysis that was asked for was not queued; null otherwise. */
  readonly problem: ErrorBody | null;
}

/**
 * Makes a video of a file that has arrived whole: file and record are durable when this returns. Every step can be repeated after a
 * kill: the file stays at its path until the caller removes it, and the record has an id that was known before.
 *
 * @param inspect Looks into the file.
 * @throws VigilError for a file that is no video or not let in, `disk-full`, `not-writable`, `store-unavailable`
 */
export async function finishUpload(
  context: UploadContext,
  file: ArrivedFile,
  wishes: UploadWishes,
  inspect: () => Promise<InspectedVideo>,
): Promise<FinishedUpload> {
  const { store } = context;
  const video = (await store.videos.get(file.id)) ?? (await storeVideo(context, file, wishes, await inspect()));
  await store.events.append([{ topic: 'video', type: 'new', record: video }]);
  await submitPreviews(context, { video });
  return await analyseIfAsked(context, video, wishes);
}

async function storeVideo(
  { store, media }: UploadContext,
  { id, path, name, uploadedBy }: ArrivedFile,
  { sourceId }: UploadWishes,
  { info, mediaType }: InspectedVideo,
): Promise<Video> {
  // A second name for the same bytes is handed over, so that the first is still there should the record not follow.
  const handedOver = `${path}.handed-over`;
  await rm(handedOver, { force: true });
  await link(path, handedOver);
  const { sha256, sizeBytes } = await media.adoptOriginal(handedOver);
  const { width, height, framesPerSecond, codec } = info.video;
  return await insertOnce(store.videos, {
    id,
    name,
    sourceId: sourceId ?? null,
    state: 'stored',
    problem: null,
    sha256,
    sizeBytes,
    mediaType,
    durationSeconds: info.durationSeconds,
    width,
    height,
    framesPerSecond,
    codec,
    hasAudio: info.audio !== null,
    uploadedBy,
    latestAnalysisId: null,
    held: false,
    originalRemoved: false,
  });
}

async function analyseIfAsked(context: UploadContext, video: Video, wishes: UploadWishes): Promise<FinishedUpload> {
  const settings = await storedSettings(context.store);
  if (!(wishes.analyse ?? settings.analyseUploads)) return { video, analysis: null, problem: null };
  try {
    const { analysis } = await submitAnalysis(context, {
      video,
      profileId: wishes.profileId ?? null,
      budgetIncidentsPerDay: wishes.budget ?? settings.defaultBudgetIncidentsPerDay,
      requestedBy: video.uploadedBy,
      requestKey: `upload ${video.id}`,
    });
    return { video: (await context.store.videos.get(video.id)) ?? video, analysis, problem: null };
  } catch (error) {
    // The video is stored, and stays so: whoever sent it learns why nothing looks at it, and can ask again.
    if (!(error instanceof VigilError) || error.code === 'store-unavailable') throw error;
    context.log.warn({ videoId: video.id, code: error.code }, `uploaded, but not analysed: ${error.message}`);
    return { video, analysis: null, problem: error.toBody() };
  }
}
