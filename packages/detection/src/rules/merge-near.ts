import type { IncidentKind } from '@vigil/contracts';
import type { RuleEvent } from '../incidents/rule-event.ts';

/** Kinds of which several people at a time make one event: a group that runs, a brawl. */
const ofGroups: ReadonlySet<IncidentKind> = new Set<IncidentKind>(['pose.running', 'pose.raised-arms', 'pose.fight']);

/** Events of one kind that are this near in time are one, seconds. */
const gapSeconds = 2;

/** Joins events of one kind that follow one another or happen at once; the strongest one speaks for all. Those below their threshold stay apart. */
export function mergeNear(events: readonly RuleEvent[]): RuleEvent[] {
  const merged: RuleEvent[] = [];
  for (const event of events.toSorted((a, b) => a.startSeconds - b.startSeconds)) {
    const at = merged.findIndex((other) => isSame(other, event));
    if (at < 0) merged.push(event);
    else merged[at] = join(merged[at], event);
  }
  return merged;
}

function isSame(a: RuleEvent, b: RuleEvent): boolean {
  if (a.kind !== b.kind || !ofGroups.has(a.kind) || a.strength < 1 || b.strength < 1) return false;
  return b.startSeconds - a.endSeconds <= gapSeconds;
}

function join(a: RuleEvent, b: RuleEvent): RuleEvent {
  const strongest = b.strength > a.strength ? b : a;
  return {
    ...strongest,
    startSeconds: Math.min(a.startSeconds, b.startSeconds),
    endSeconds: Math.max(a.endSeconds, b.endSeconds),
    decidedSeconds: Math.min(a.decidedSeconds, b.decidedSeconds),
  };
}
