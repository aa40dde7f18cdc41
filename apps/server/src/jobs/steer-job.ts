import type { ShownJob } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import type { ServerContext } from '../server-context.ts';
import { cancelJob, requeueJob, setJobPaused } from './control-jobs.ts';
import { shownJob } from './shown-job.ts';

/** What a person does with a job. */
export const jobActions = ['cancel', 'pause', 'resume', 'requeue'] as const;

/** Who does what with which job. */
export interface JobOrder {
  readonly id: string;
  readonly action: (typeof jobActions)[number];
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

/** Cancels, pauses, resumes or requeues a job; the audit log tells of it. @throws VigilError `not-found`, `conflict` in another state */
export async function steerJob(context: ServerContext, { id, action, caller, request }: JobOrder): Promise<ShownJob> {
  const job = await steered(context, id, action, caller);
  await context.audit.enter(request, { action: `job.${action}`, target: `job:${id}`, details: { type: job.type } });
  return shownJob(job);
}

function steered(context: ServerContext, id: string, action: JobOrder['action'], caller: Caller) {
  switch (action) {
    case 'cancel':
      return cancelJob(context, id, `Cancelled by ${caller.name}`);
    case 'pause':
      return setJobPaused(context, id, true);
    case 'resume':
      return setJobPaused(context, id, false);
    case 'requeue':
      return requeueJob(context, id);
  }
}
