import type { Video } from '@vigil/contracts';
import { analysisKey } from '@vigil/media-store';
import { openAuditLog } from '../audit/audit-log.ts';
import { recordFollowsMs, removeUnusedContent } from '../videos/remove-unused-content.ts';
import { oldestFirst } from './pages.ts';
import type { RetentionContext } from './retention-context.ts';

/** Whether a video or an incident of it is held or confirmed. */
export async function isEvidence({ store }: Pick<RetentionContext, 'store'>, { id, held }: Video): Promise<boolean> {
  if (held || (await store.incidents.count({ videoId: id, held: true }, 1)) > 0) return true;
  return (await store.incidents.count({ videoId: id, status: 'confirmed' }, 1)) > 0;
}

/**
 * Removes the files of a video: original, previews, what its analyses left. The record stays and says so; it is marked after the files
 * are gone, so that a removal that was cut off is done again as a whole. Files that another video of the same content uses stay.
 *
 * @returns Bytes of the original; null where the video turned out to be held or evidence, or has only just come.
 */
export async function removeFootage(context: RetentionContext, id: string, reason: string): Promise<number | null> {
  const { store, media, clock } = context;
  // As it is now: people work while the retention goes through old pages.
  const video = await store.videos.get(id);
  if (video === null || video.originalRemoved || (await isEvidence(context, video))) return null;
  if (Date.parse(video.createdAt) >= clock() - recordFollowsMs) return null;
  for await (const analysis of oldestFirst(store.analyses, { videoId: id })) await media.remove(analysisKey(analysis.id));
  await removeUnusedContent(context, video.sha256, 1);
  const marked = await store.videos.update(id, (record) =>
    record.originalRemoved ? null : { ...record, originalRemoved: true },
  );
  await store.events.append([{ topic: 'video', type: 'update', record: marked }]);
  await openAuditLog(store).enter(null, {
    action: 'video.apply-retention',
    target: `video:${id}`,
    details: { name: video.name, sha256: video.sha256, reason },
  });
  return video.sizeBytes;
}

/** Removes clips and key frames of the incidents of a video that are neither confirmed nor held; returns how many files. */
export async function removeUnconfirmedEvidence({ store, media }: RetentionContext, videoId: string): Promise<number> {
  let removed = 0;
  for await (const { analysisId, clip, keyFrame, status, held } of oldestFirst(store.incidents, { videoId })) {
    if (status === 'confirmed' || held) continue;
    for (const file of [clip, keyFrame]) {
      if (file !== null && (await media.remove(`${analysisKey(analysisId)}/${file}`))) removed++;
    }
  }
  return removed;
}
