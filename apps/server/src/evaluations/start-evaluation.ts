import { type EvaluationRecord, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { submitEvaluation } from '../jobs/submit-evaluation.ts';
import type { ServerContext } from '../server-context.ts';
import { listDatasets } from './list-datasets.ts';

/** Who evaluates what. */
export interface EvaluationOrder {
  readonly dataset: string;
  /** The general budget where left out. */
  readonly budgetIncidentsPerDay?: number | undefined;
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

/** Queues an evaluation. @throws VigilError `not-found` for a data set that the server does not have, `dataset-invalid` for one that cannot be read */
export async function startEvaluation(
  context: ServerContext,
  { dataset, budgetIncidentsPerDay, caller, request }: EvaluationOrder,
): Promise<EvaluationRecord> {
  const { items, reason } = await listDatasets(context.configuration.datasetsFolder);
  const found = items.find((item) => item.dataset === dataset);
  if (found === undefined) throw new VigilError('not-found', reason ?? `The server has no data set ${dataset}`, { dataset });
  if (found.problem !== null) throw new VigilError('dataset-invalid', `${dataset}: ${found.problem}`, { dataset });
  const { evaluation } = await submitEvaluation(context, {
    dataset,
    budgetIncidentsPerDay: budgetIncidentsPerDay ?? null,
    requestedBy: caller.userId,
  });
  await context.audit.enter(request, {
    action: 'evaluation.start',
    target: `evaluation:${evaluation.id}`,
    details: { dataset, budgetIncidentsPerDay },
  });
  return evaluation;
}
