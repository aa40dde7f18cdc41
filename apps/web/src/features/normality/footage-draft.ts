import { mediaTime } from '../../lib/format/media-time.ts';
import { mediaSecondsOf } from '../../lib/format/read-media-time.ts';

/** A stretch of a video as the form has it. */
export interface FootageDraft {
  readonly videoId: string;
  readonly name: string;
  /** Length of the video, seconds; null where it is not known. */
  readonly durationSeconds: number | null;
  /** Times as they were typed. */
  readonly from: string;
  readonly to: string;
}

/** A video, all of it. */
export function wholeVideo({
  id,
  name,
  durationSeconds,
}: {
  readonly id: string;
  readonly name: string;
  readonly durationSeconds: number | null;
}): FootageDraft {
  return { videoId: id, name, durationSeconds, from: '0:00', to: durationSeconds === null ? '' : mediaTime(durationSeconds, 1) };
}

/** What is wrong with a stretch; null where nothing is. */
export function problemOf({ from, to }: FootageDraft): 'from' | 'to' | 'order' | null {
  const start = mediaSecondsOf(from);
  if (start === null && from.trim() !== '') return 'from';
  const end = mediaSecondsOf(to);
  if (end === null && to.trim() !== '') return 'to';
  return end !== null && end <= (start ?? 0) ? 'order' : null;
}

/** Begin and end of a stretch, seconds; an end that is not given is that of the video. */
export function stretchOf({ from, to, durationSeconds }: FootageDraft): { readonly start: number; readonly end: number | null } {
  return { start: mediaSecondsOf(from) ?? 0, end: mediaSecondsOf(to) ?? durationSeconds };
}

/** What the API is asked for: nulls for a whole video. */
export function footageOf(draft: FootageDraft): { videoId: string; startSeconds: number | null; endSeconds: number | null } {
  const { start, end } = stretchOf(draft);
  // what is typed has a tenth of a second; the end of the video has more digits
  const isToEnd = end === null || (draft.durationSeconds !== null && end >= draft.durationSeconds - 0.1);
  return { videoId: draft.videoId, startSeconds: start === 0 ? null : start, endSeconds: isToEnd ? null : end };
}

/** Length of all stretches of which it is known, seconds. */
export function totalSeconds(drafts: readonly FootageDraft[]): number {
  return drafts.reduce((sum, draft) => {
    const { start, end } = stretchOf(draft);
    return end === null ? sum : sum + Math.max(0, end - start);
  }, 0);
}
