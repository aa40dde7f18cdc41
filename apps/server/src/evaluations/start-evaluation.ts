import { type EvaluationRecord, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { submitEvaluation } from '../jobs/submit-evaluation.ts';
import { datasetOf } from '../label-sets/label-set-dataset.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';
import { listDatasets } from './list-datasets.ts';

/** Who evaluates what: a data set of the server, or a label set. */
export interface EvaluationOrder {
  readonly dataset?: string | undefined;
  readonly labelSetId?: string | undefined;
  /** The general budget where left out. */
  readonly budgetIncidentsPerDay?: number | undefined;
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

/**
 * Queues an evaluation.
 *
 * @throws VigilError `bad-request` unless one of the two is named, `not-found` for a data set that the server does not have,
 * `dataset-invalid` for one that cannot be used
 */
export async function startEvaluation(context: ServerContext, order: EvaluationOrder): Promise<EvaluationRecord> {
  const { labelSetId = null, budgetIncidentsPerDay = null, caller, request } = order;
  const dataset = await requireDataset(context, order);
  const submission = { dataset, labelSetId, budgetIncidentsPerDay, requestedBy: caller.userId };
  const { evaluation } = await submitEvaluation(context, submission);
  const details = { dataset, labelSetId, budgetIncidentsPerDay };
  await context.audit.enter(request, { action: 'evaluation.start', target: `evaluation:${evaluation.id}`, details });
  return evaluation;
}

/** Name of what is evaluated on, once it is known that it can be. */
async function requireDataset(context: ServerContext, { dataset, labelSetId }: EvaluationOrder): Promise<string> {
  if ((dataset === undefined) === (labelSetId === undefined)) {
    throw new VigilError('bad-request', 'An evaluation runs on either a data set or a label set: name one of the two');
  }
  if (labelSetId !== undefined) {
    const { labelSets, videos } = context.store;
    const set = await requireRecord(labelSets, 'label set', labelSetId);
    datasetOf(set, await videos.getMany(set.clips.map(({ videoId }) => videoId)));
    return set.name;
  }
  const { items, reason } = await listDatasets(context.configuration.datasetsFolder);
  const found = items.find((item) => item.dataset === dataset);
  if (found === undefined) throw new VigilError('not-found', reason ?? `The server has no data set ${dataset}`, { dataset });
  if (found.problem !== null) throw new VigilError('dataset-invalid', `${dataset}: ${found.problem}`, { dataset });
  return found.dataset;
}
