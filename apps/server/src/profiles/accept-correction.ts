import { type Correction, type IncidentRecord, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { judgeIncident, judgementAction } from '../incidents/judge-incident.ts';
import { applyCorrection } from '../jobs/submit-correction.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Who accepts which correction. */
export interface AcceptanceOrder {
  readonly id: string;
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

/**
 * Does what a preview has shown: a job extends the profile, and the incidents that nobody has judged yet are dismissed.
 *
 * @throws VigilError `not-found`, `conflict` where the preview is not ready or the profile was changed since
 */
export async function acceptCorrection(context: ServerContext, { id, caller, request }: AcceptanceOrder): Promise<Correction> {
  const { store, audit } = context;
  await requireRecord(store.corrections, 'correction', id);
  const { correction, added } = await applyCorrection(context, { correctionId: id, requestedBy: caller.userId });
  const judgement = { status: 'dismissed' } as const;
  const dismissed: IncidentRecord[] = [];
  for (const incident of await store.incidents.getMany(correction.incidentIds)) {
    if (incident.status !== 'new') continue;
    const order = { id: incident.id, judgement, madeOn: incident.version, by: caller.name };
    const judged = await judgeIncident(context, order).catch((error: unknown) => {
      // somebody judges it at this moment: that counts
      if (error instanceof VigilError && (error.code === 'conflict' || error.code === 'not-found')) return null;
      throw error;
    });
    if (judged?.changed) dismissed.push(judged.record);
  }
  if (dismissed.length > 0) {
    await store.events.append(dismissed.map((record) => ({ topic: 'incident', type: 'update', record })));
  }
  for (const incident of dismissed) {
    const details = { ...judgement, correctionId: id };
    await audit.enter(request, { action: judgementAction(judgement), target: `incident:${incident.id}`, details });
  }
  if (added) await audit.enter(request, { action: 'correction.apply', target: `correction:${id}` });
  return correction;
}
