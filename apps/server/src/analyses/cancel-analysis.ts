import type { Analysis } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { cancelJob } from '../jobs/control-jobs.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Cancels an analysis: at once where it is queued, within a second or so where it runs. @throws VigilError `not-found`, `conflict` where it has ended */
export async function cancelAnalysis(
  context: ServerContext,
  { id, caller, request }: { readonly id: string; readonly caller: Caller; readonly request: FastifyRequest },
): Promise<Analysis> {
  const { store, audit } = context;
  const analysis = await requireRecord(store.analyses, 'analysis', id);
  await cancelJob(context, analysis.jobId, `Cancelled by ${caller.name}`);
  await audit.enter(request, { action: 'analysis.cancel', target: `analysis:${id}` });
  return await requireRecord(store.analyses, 'analysis', id);
}
