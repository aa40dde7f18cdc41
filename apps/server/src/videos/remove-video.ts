import { type IncidentRecord, largestPage, type Video, VigilError } from '@vigil/contracts';
import { analysisKey } from '@vigil/media-store';
import type { FastifyRequest } from 'fastify';
import { removeMarksOf } from '../incidents/review-marks.ts';
import { cancelJob } from '../jobs/control-jobs.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';
import { jobsOnVideo } from './jobs-on-video.ts';
import { removeUnusedContent } from './remove-unused-content.ts';

/** What is removed, and by whom. */
export interface VideoRemoval {
  readonly id: string;
  /** Cancels what runs on it; without it that is a conflict. */
  readonly force: boolean;
  readonly request: FastifyRequest;
}

/**
 * Removes a video with its incidents, analyses and files; its record goes last, so that a removal that was cut off can be repeated.
 *
 * @throws VigilError `not-found`, `conflict` while a job needs it, or where it or an incident of it is held or confirmed
 */
export async function removeVideo(context: ServerContext, { id, force, request }: VideoRemoval): Promise<void> {
  const { store, audit } = context;
  const video = await requireRecord(store.videos, 'video', id);
  await refuseProtected(context, video);
  await endJobs(context, video, force, request.caller?.name ?? 'the server');
  await removeIncidents(context, video);
  await removeAnalyses(context, video);
  await removeUnusedContent(context, video.sha256, video.originalRemoved ? 0 : 1);
  if (!(await store.videos.remove(id))) return;
  await store.events.append([{ topic: 'video', type: 'end', record: video }]);
  await audit.enter(request, {
    action: 'video.remove',
    target: `video:${id}`,
    details: { name: video.name, sha256: video.sha256 },
  });
}

async function refuseProtected({ store }: ServerContext, { id, name, held }: Video): Promise<void> {
  if (held) throw new VigilError('conflict', `${name} is held; let it go first`, { id });
  const [heldIncidents, confirmed] = await Promise.all([
    store.incidents.list({ limit: 1, filter: { videoId: id, held: true } }),
    store.incidents.list({ limit: 1, filter: { videoId: id, status: 'confirmed' } }),
  ]);
  const [found] = [...heldIncidents.items, ...confirmed.items];
  if (found !== undefined) throw protectedBy(found);
}

function protectedBy({ id, videoId, held }: IncidentRecord): VigilError {
  const text = `The incident ${id} of this video is ${held ? 'held' : 'confirmed'}: it is evidence, and stays with its video`;
  return new VigilError('conflict', text, { id: videoId, incidentId: id });
}

async function endJobs(context: ServerContext, video: Video, force: boolean, by: string): Promise<void> {
  const jobs = await jobsOnVideo(context, video.id);
  // nobody misses the pictures of a video that is removed
  const needed = jobs.filter(({ type }) => type !== 'make-previews');
  if (needed.length > 0 && !force) {
    const works = needed.length === 1 ? 'A job works' : `${needed.length} jobs work`;
    const text = `${works} with ${video.name}; cancel what runs, or remove it by force`;
    throw new VigilError('conflict', text, { id: video.id, jobs: needed.map((job) => job.id).slice(0, 20) });
  }
  for (const job of jobs) {
    await cancelJob(context, job.id, `${by} removed the video`).catch((error: unknown) => {
      if (!(error instanceof VigilError && error.code === 'conflict')) throw error;
    });
  }
}

async function removeIncidents({ store }: ServerContext, { id }: Video): Promise<void> {
  for (;;) {
    const { items } = await store.incidents.list({ limit: largestPage, filter: { videoId: id } });
    if (items.length === 0) return;
    for (const incident of items) {
      if (incident.held || incident.status === 'confirmed') throw protectedBy(incident);
      await store.incidents.remove(incident.id);
    }
    await removeMarksOf(
      store,
      items.map((incident) => incident.id),
    );
    await store.events.append(items.map((record) => ({ topic: 'incident', type: 'end', record })));
  }
}

async function removeAnalyses({ store, media }: ServerContext, { id }: Video): Promise<void> {
  for (;;) {
    const { items } = await store.analyses.list({ limit: largestPage, filter: { videoId: id } });
    if (items.length === 0) return;
    for (const analysis of items) {
      await media.remove(analysisKey(analysis.id));
      await store.analyses.remove(analysis.id);
    }
    await store.events.append(items.map((record) => ({ topic: 'analysis', type: 'end', record })));
  }
}
