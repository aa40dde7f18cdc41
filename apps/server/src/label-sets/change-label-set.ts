import { type LabelledClip, type LabelSet, type LabelSetChange, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import { madeOnVersion } from '../http/if-match.ts';
import { changeRecord, withValues } from '../records/change-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Events may reach so far beyond the length that a container tells, seconds. */
const slackSeconds = 1;

/**
 * Renames a set, or puts other clips in place of those that it has.
 *
 * @throws VigilError `not-found`, `conflict`, `bad-request` for clips that cannot be
 */
export async function changeLabelSet(
  { store, audit }: ServerContext,
  { id, change, request }: { readonly id: string; readonly change: LabelSetChange; readonly request: FastifyRequest },
): Promise<LabelSet> {
  const { version, name, clips } = change;
  const madeOn = madeOnVersion(request, version);
  if (clips !== undefined) await requireUsableClips(store, clips);
  const { record, changed } = await changeRecord(store.labelSets, id, madeOn, (set) => withValues(set, { name, clips }));
  if (changed) {
    const details = { name: record.name, clips: record.clips.length };
    await audit.enter(request, { action: 'label-set.change', target: `label-set:${id}`, details });
  }
  return record;
}

async function requireUsableClips({ videos }: ServerContext['store'], clips: readonly LabelledClip[]): Promise<void> {
  const found = new Map((await videos.getMany(clips.map(({ videoId }) => videoId))).map((video) => [video.id, video]));
  const seen = new Set<string>();
  for (const { videoId, use, events } of clips) {
    const video = found.get(videoId);
    if (video === undefined) throw new VigilError('not-found', `There is no video ${videoId}`, { videoId });
    const refuse = (problem: string): never => {
      throw new VigilError('bad-request', `${video.name}: ${problem}`, { videoId });
    };
    if (seen.has(videoId)) refuse('a video is in a set once');
    seen.add(videoId);
    if (use === 'learn' && events.length > 0) refuse('what is learned from is wholly normal, and has no events');
    for (const { startSeconds, endSeconds } of events) {
      if (endSeconds <= startSeconds) refuse(`an event ends after it starts, not at ${endSeconds} s after ${startSeconds} s`);
      const { durationSeconds } = video;
      if (durationSeconds !== null && endSeconds > durationSeconds + slackSeconds) {
        refuse(`an event ends at ${endSeconds} s, and the video after ${durationSeconds} s`);
      }
    }
  }
}
