import type { LabelledClip, LabelledEvent } from './label-queries.ts';

/** Marked times have so many seconds between them at least. */
const leastSeconds = 0.1;

/** The events with another one, in the order of time. */
export function withEvent(events: readonly LabelledEvent[], event: LabelledEvent): LabelledEvent[] {
  return [...events, event].toSorted((one, other) => one.startSeconds - other.startSeconds || one.endSeconds - other.endSeconds);
}

/** Whether an event can be: it ends after it begins, within the video. @param durationSeconds Null where it is not known */
export function isUsable({ startSeconds, endSeconds }: LabelledEvent, durationSeconds: number | null): boolean {
  return startSeconds >= 0 && endSeconds - startSeconds >= leastSeconds / 2 && endSeconds <= (durationSeconds ?? Infinity) + 0.5;
}

/** Times as they are kept: hundredths of a second, which is finer than frames are. */
export function markedSeconds(seconds: number): number {
  return Math.round(Math.max(0, seconds) * 100) / 100;
}

/** The clips with one of them changed; one that is learned from has no events. */
export function withClip(clips: readonly LabelledClip[], changed: LabelledClip): LabelledClip[] {
  const kept = changed.use === 'learn' ? { ...changed, events: [] } : changed;
  return clips.map((clip) => (clip.videoId === changed.videoId ? kept : clip));
}

/** Events of all clips. */
export function eventCount(clips: readonly Pick<LabelledClip, 'events'>[]): number {
  return clips.reduce((sum, { events }) => sum + events.length, 0);
}
