import type { IncidentKind } from '@vigil/contracts';
import type { RuleEvent } from '../incidents/rule-event.ts';

/**
 * Kinds that may belong to a place. Falls, fights, somebody who lies still and a camera that sees nothing are reported however
 * often they happen.
 */
const everyday: ReadonlySet<IncidentKind> = new Set<IncidentKind>([
  'pose.running',
  'pose.raised-arms',
  'audio.loud',
  'audio.impulse',
  'audio.sustained',
  'audio.voice',
  'audio.speech',
]);

/** A kind that comes up more often than this in one video ... */
const seldom = 3;
/** ... or fills more than this share of it, is what the video is about. */
const seldomShare = 0.2;

/**
 * Of a video that is measured against itself: the events that are not what happens in it all the time. Weaker events do not make
 * a stronger one normal.
 */
export function seldomInItself(events: readonly RuleEvent[], footageSeconds: number): RuleEvent[] {
  return events.filter((event) => {
    if (!everyday.has(event.kind)) return true;
    const asStrong = events.filter(({ kind, strength }) => kind === event.kind && strength >= event.strength);
    const filledSeconds = asStrong.reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0);
    return asStrong.length <= seldom && filledSeconds <= seldomShare * footageSeconds;
  });
}
