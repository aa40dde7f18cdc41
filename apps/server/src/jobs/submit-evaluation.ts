import { type EvaluationRecord, type Job, VigilError } from '@vigil/contracts';
import { enqueueJob, jobIdOf } from './enqueue-job.ts';
import { insertOnce, type JobContext } from './job-context.ts';
import { newRecordId, recordIdOf } from './record-id.ts';

/** What an evaluation is asked for with. */
export interface EvaluationSubmission {
  /** Name of a folder with a `dataset.json` below the server's data sets, or of the label set. */
  readonly dataset: string;
  /** Alarm budget, incidents a day; null or left out for the general one. */
  readonly budgetIncidentsPerDay?: number | null | undefined;
  /** Label set to run on; null or left out for a folder. */
  readonly labelSetId?: string | null | undefined;
  readonly requestedBy: string;
  /** Names the request, so that repeating it is the same request; a new one each time where left out. */
  readonly requestKey?: string | undefined;
}

/** An evaluation that was queued. */
export interface SubmittedEvaluation {
  readonly evaluation: EvaluationRecord;
  readonly job: Job;
  readonly added: boolean;
}

/** One folder below the data sets, not the way out of them. */
const datasetPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/**
 * Queues an evaluation. Whether the data set is there is found out when it runs.
 *
 * @throws VigilError `bad-request` for a name that can be no folder's
 */
export async function submitEvaluation(
  context: JobContext,
  { dataset, budgetIncidentsPerDay = null, labelSetId = null, requestedBy, requestKey }: EvaluationSubmission,
): Promise<SubmittedEvaluation> {
  if (labelSetId === null && !datasetPattern.test(dataset)) {
    throw new VigilError(
      'bad-request',
      `A data set's name is 1 to 128 letters, digits, ".", "_" or "-", not ${JSON.stringify(dataset)}`,
      {
        dataset,
      },
    );
  }
  const idempotencyKey = `evaluate ${labelSetId ?? dataset} ${requestKey ?? newRecordId(context.clock)}`;
  const evaluation = await insertOnce(context.store.evaluations, {
    id: recordIdOf(`evaluation ${idempotencyKey}`),
    dataset,
    jobId: jobIdOf(idempotencyKey),
    budgetIncidentsPerDay,
    labelSetId,
    labels: null,
    state: 'queued',
    error: null,
    figures: {},
    reportKey: null,
    requestedBy,
  });
  const { job, added } = await enqueueJob(context, {
    payload: { type: 'evaluate', evaluationId: evaluation.id },
    idempotencyKey,
    fairnessKey: `user:${requestedBy}`,
    subjectId: evaluation.id,
    // hours of work that nobody waits for in front of the screen
    priority: -10,
  });
  return { evaluation, job, added };
}
