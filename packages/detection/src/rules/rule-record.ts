import type { IncidentKind } from '@vigil/contracts';
import type { RuleEvent } from '../incidents/rule-event.ts';

/** Strengths that are kept of one kind at most: the highest ones. */
const keptStrengths = 256;

/** What the rules found in normal footage: strengths of the events by kind, ascending, and how many there were in all. */
export type RuleRecord = Readonly<
  Partial<Record<IncidentKind, { readonly count: number; readonly strengths: readonly number[] }>>
>;

/** Adds the events of more normal footage to what is known. */
export function addRuleEvents(known: RuleRecord, events: readonly RuleEvent[]): RuleRecord {
  const added: Partial<Record<IncidentKind, { count: number; strengths: number[] }>> = {};
  for (const [kind, { count, strengths }] of Object.entries(known))
    added[kind as IncidentKind] = { count, strengths: [...strengths] };
  for (const { kind, strength } of events) {
    const own = (added[kind] ??= { count: 0, strengths: [] });
    own.count += 1;
    own.strengths.push(strength);
  }
  for (const own of Object.values(added)) own.strengths = own.strengths.toSorted((a, b) => a - b).slice(-keptStrengths);
  return added;
}

/** Events of a kind that normal footage shows at this strength or more. */
export function eventsAsStrong(record: RuleRecord, kind: IncidentKind, strength: number): number {
  const own = record[kind];
  if (!own) return 0;
  const asStrong = own.strengths.filter((value) => value >= strength).length;
  // of very many only the strongest are kept: what is weaker than all of them has at least their number above it
  return asStrong === own.strengths.length ? own.count : asStrong;
}
