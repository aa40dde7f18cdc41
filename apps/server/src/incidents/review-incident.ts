import type { IncidentChange, IncidentRecord } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { madeOnVersion } from '../http/if-match.ts';
import type { ServerContext } from '../server-context.ts';
import { judgeIncident, judgementAction } from './judge-incident.ts';
import { requireAssignee } from './require-assignee.ts';

/** Who judges which incident how. */
export interface Review {
  readonly id: string;
  readonly change: IncidentChange;
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

/** Reviews one incident; the feed and the audit log tell of it. @throws VigilError `not-found`, `conflict`, `bad-request` */
export async function reviewIncident(context: ServerContext, { id, change, caller, request }: Review): Promise<IncidentRecord> {
  const { version, ...judgement } = change;
  await requireAssignee(context, judgement.assignedTo);
  const madeOn = madeOnVersion(request, version);
  const { record, changed } = await judgeIncident(context, { id, judgement, madeOn, by: caller.name });
  if (!changed) return record;
  await context.store.events.append([{ topic: 'incident', type: 'update', record }]);
  await context.audit.enter(request, { action: judgementAction(judgement), target: `incident:${id}`, details: judgement });
  return record;
}
