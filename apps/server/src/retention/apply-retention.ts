import type { Settings, Video } from '@vigil/contracts';
import { storedSettings } from '../settings/stored-settings.ts';
import { neededVideos } from './needed-videos.ts';
import { oldestFirst } from './pages.ts';
import { isEvidence, removeFootage, removeUnconfirmedEvidence } from './remove-footage.ts';
import { removeAbandoned, removeOldAuditEntries, removeOrphans } from './remove-leftovers.ts';
import { type RetentionContext, retentionOf, type RetentionReport, throwIfStopped } from './retention-context.ts';

const dayMs = 86_400_000;
/** Shares of quota and reserve that an emergency leaves free beyond them, so that the next upload is not the next emergency. */
const spare = 0.05;

/**
 * Removes the files of what is older than its source's limit, and the oldest of a source that has more bytes than its limit. Never
 * touched: videos that are held or have a confirmed or held incident, and videos that a job needs. Where the disk or the quota is full all
 * the same, the oldest videos go whose source has a limit of any sort; sources without one keep everything. Also removes what killed
 * services left, and old entries of the audit log. Repeating it changes nothing.
 *
 * @throws VigilError `cancelled` where the signal ends it; what was done stays done
 */
export async function applyRetention(context: RetentionContext): Promise<RetentionReport> {
  const { store, log } = context;
  const settings = await storedSettings(store);
  const report: RetentionReport = {
    videosRemoved: 0,
    bytesRemoved: 0,
    evidenceFilesRemoved: 0,
    orphansRemoved: await removeOrphans(context),
    abandonedRemoved: await removeAbandoned(context),
    auditEntriesRemoved: await removeOldAuditEntries(context, settings.auditDays),
    videosProtected: 0,
    hasRoom: true,
  };
  const needed = await neededVideos(store);
  await applyLimits(context, settings, needed, report);
  await makeRoom(context, settings, needed, report);
  if (!report.hasRoom) log.warn({ ...report }, 'retention: there is no room, and nothing more that may be removed');
  log.info({ ...report }, 'retention applied');
  return report;
}

async function applyLimits(
  context: RetentionContext,
  settings: Settings,
  needed: ReadonlySet<string>,
  report: RetentionReport,
): Promise<void> {
  const { store, clock, signal } = context;
  const bytesLeft = await bytesBySource(context);
  for await (const video of oldestFirst(store.videos, { originalRemoved: false })) {
    throwIfStopped(signal);
    const { maxAgeDays, maxBytes } = retentionOf(settings, video.sourceId);
    const isOld = maxAgeDays !== null && Date.parse(video.createdAt) < clock() - maxAgeDays * dayMs;
    const bytes = bytesLeft.get(video.sourceId) ?? 0;
    const isTooMuch = maxBytes !== null && bytes > maxBytes;
    if (!isOld && !isTooMuch) continue;
    const isRemoved = await removeUnlessProtected(context, video, needed, isOld ? 'age' : 'bytes', report);
    if (isRemoved) bytesLeft.set(video.sourceId, bytes - video.sizeBytes);
    else if (isOld && !video.held) report.evidenceFilesRemoved += await removeUnconfirmedOf(context, video, needed);
  }
}

async function removeUnlessProtected(
  context: RetentionContext,
  video: Video,
  needed: ReadonlySet<string>,
  reason: string,
  report: RetentionReport,
): Promise<boolean> {
  const bytes = needed.has(video.id) ? null : await removeFootage(context, video.id, reason);
  if (bytes === null) {
    report.videosProtected++;
    return false;
  }
  report.videosRemoved++;
  report.bytesRemoved += bytes;
  return true;
}

/** A video that stays for one incident's sake keeps the clips of the others no longer than it would be kept itself. */
async function removeUnconfirmedOf(context: RetentionContext, video: Video, needed: ReadonlySet<string>): Promise<number> {
  if (needed.has(video.id) || !(await isEvidence(context, video))) return 0;
  return await removeUnconfirmedEvidence(context, video.id);
}

async function makeRoom(
  context: RetentionContext,
  settings: Settings,
  needed: ReadonlySet<string>,
  report: RetentionReport,
): Promise<void> {
  const { store, signal } = context;
  report.hasRoom = await hasRoom(context, 0);
  if (report.hasRoom) return;
  for await (const video of oldestFirst(store.videos, { originalRemoved: false })) {
    throwIfStopped(signal);
    const { maxAgeDays, maxBytes } = retentionOf(settings, video.sourceId);
    if (maxAgeDays === null && maxBytes === null) continue;
    await removeUnlessProtected(context, video, needed, 'room', report);
    report.hasRoom = await hasRoom(context, spare);
    if (report.hasRoom) return;
  }
}

async function hasRoom({ media }: RetentionContext, share: number): Promise<boolean> {
  const { usedBytes, quotaBytes, freeBytes, reserveBytes } = await media.usage();
  return (quotaBytes === null || usedBytes <= quotaBytes * (1 - share)) && freeBytes >= reserveBytes * (1 + share);
}

async function bytesBySource({ store, signal }: RetentionContext): Promise<Map<string | null, number>> {
  const bytes = new Map<string | null, number>();
  for await (const { sourceId, sizeBytes } of oldestFirst(store.videos, { originalRemoved: false })) {
    throwIfStopped(signal);
    bytes.set(sourceId, (bytes.get(sourceId) ?? 0) + sizeBytes);
  }
  return bytes;
}
