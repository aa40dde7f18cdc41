import { type BulkIncidentChange, type BulkIncidentResult, type IncidentRecord, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import type { ServerContext } from '../server-context.ts';
import { judgeIncident, judgementAction } from './judge-incident.ts';
import { requireAssignee } from './require-assignee.ts';

/** Who judges which incidents how. */
export interface BulkReview {
  readonly order: BulkIncidentChange;
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

type Outcome = BulkIncidentResult['results'][number];

/** Incidents whose changes are told to the feed together. */
const chunk = 50;

/**
 * Reviews many incidents alike. Each has its own outcome: one that is gone does not stop the others.
 *
 * @throws VigilError `not-found` for an assignee that is none, `store-unavailable`
 */
export async function reviewIncidents(
  context: ServerContext,
  { order, caller, request }: BulkReview,
): Promise<BulkIncidentResult> {
  const { ids, change } = order;
  await requireAssignee(context, change.assignedTo);
  const outcomes = new Map<string, Outcome>();
  const unique = [...new Set(ids)];
  for (let start = 0; start < unique.length; start += chunk) {
    const changed: IncidentRecord[] = [];
    for (const id of unique.slice(start, start + chunk)) {
      try {
        const judged = await judgeIncident(context, { id, judgement: change, madeOn: undefined, by: caller.name });
        if (judged.changed) changed.push(judged.record);
        const outcome = judged.changed ? 'changed' : 'unchanged';
        outcomes.set(id, { id, outcome, version: judged.record.version, error: null });
      } catch (error) {
        outcomes.set(id, { id, outcome: 'failed', version: null, error: expected(error).toBody() });
      }
    }
    if (changed.length > 0) {
      await context.store.events.append(changed.map((record) => ({ topic: 'incident', type: 'update', record })));
    }
    for (const { id } of changed) {
      await context.audit.enter(request, { action: judgementAction(change), target: `incident:${id}`, details: change });
    }
  }
  return { results: ids.flatMap((id) => outcomes.get(id) ?? []) };
}

/** Errors of one incident; all others end the request. */
function expected(error: unknown): VigilError {
  if (error instanceof VigilError && (error.code === 'not-found' || error.code === 'conflict')) return error;
  throw error;
}
