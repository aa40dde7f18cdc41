import type { IncidentSummary } from '@vigil/contracts';
import type { components } from '../../lib/api/generated/api.ts';

/** A judgement as the API takes it. */
export type Change = components['schemas']['BulkIncidentChange']['change'];

/** What a reader does with incidents at once: judges them for everybody, or marks them for themselves. */
export type Action =
  { readonly type: 'change'; readonly change: Change } | { readonly type: 'reviewed'; readonly reviewed: boolean };

/** An action on some incidents. */
export interface Order {
  readonly ids: readonly string[];
  readonly action: Action;
}

/** How an incident will look once an action has been carried out, so that nobody waits to see it. */
export function foreseen(incident: IncidentSummary, action: Action): IncidentSummary {
  if (action.type === 'reviewed') return { ...incident, reviewed: action.reviewed };
  const { addTags = [], removeTags = [], appendNote, ...values } = action.change;
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const next: IncidentSummary = { ...incident, ...given };
  const tags = [...new Set([...next.tags, ...addTags])].filter((tag) => !removeTags.includes(tag));
  const note = [next.note, appendNote ?? ''].filter((part) => part !== '').join('\n');
  return { ...next, tags, note };
}

/** Orders that bring incidents back to how they were before an action; those that were alike share one. */
export function undoOrders(before: readonly IncidentSummary[], action: Action): Order[] {
  const groups = new Map<string, { readonly ids: string[]; readonly action: Action }>();
  for (const incident of before) {
    const back = backTo(incident, action);
    if (back === null) continue;
    const key = JSON.stringify(back);
    const group = groups.get(key) ?? { ids: [], action: back };
    group.ids.push(incident.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What undoes an action on one incident; null where it changed nothing. */
function backTo(incident: IncidentSummary, action: Action): Action | null {
  if (action.type === 'reviewed') {
    return incident.reviewed === action.reviewed ? null : { type: 'reviewed', reviewed: incident.reviewed };
  }
  const after = foreseen(incident, action);
  const { status, assignedTo, held, note, tags } = incident;
  const change = {
    ...(after.status === status ? {} : { status }),
    ...(after.assignedTo === assignedTo ? {} : { assignedTo }),
    ...(after.held === held ? {} : { held }),
    ...(after.note === note ? {} : { note }),
    ...(after.tags.join('\n') === tags.join('\n') ? {} : { tags }),
  };
  return Object.keys(change).length === 0 ? null : { type: 'change', change };
}
