import { jobChangeSchema, jobListQuerySchema, jobPageSchema, recordParamsSchema, shownJobSchema } from '@vigil/contracts';
import { managing, viewing } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { setJobPriority } from '../jobs/control-jobs.ts';
import { shownJob } from '../jobs/shown-job.ts';
import { jobActions, steerJob } from '../jobs/steer-job.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

const summaries = {
  cancel: 'Cancel a job: a queued one at once, a running one within a second or so',
  pause: 'Pause a job; a running one is checkpointed and given back',
  resume: 'Let a paused job go on',
  requeue: 'Queue a failed or cancelled job again, with all its attempts',
} as const;

/** Durable work: what waits, runs, is done, and has failed. */
export function jobRoutes(context: ServerContext): RouteDefinition[] {
  const { jobs } = context.store;
  return [
    route({
      method: 'GET',
      url: '/api/v1/jobs',
      access: viewing,
      summary: 'Jobs, newest first; those that failed are the dead letters',
      tag: 'jobs',
      query: jobListQuerySchema,
      replies: { 200: jobPageSchema },
      handler: async ({ query: { limit, cursor, order, ...filter } }) => {
        const { items, nextCursor } = await jobs.list({ limit, cursor, order, filter });
        return { items: items.map(shownJob), nextCursor };
      },
    }),
    route({
      method: 'GET',
      url: '/api/v1/jobs/:id',
      access: viewing,
      summary: 'One job with its attempts',
      tag: 'jobs',
      params: recordParamsSchema,
      replies: { 200: shownJobSchema },
      handler: async ({ params }) => shownJob(await requireRecord(jobs, 'job', params.id)),
    }),
    route({
      method: 'PATCH',
      url: '/api/v1/jobs/:id',
      access: managing,
      summary: 'Let a job go before others or after them',
      tag: 'jobs',
      params: recordParamsSchema,
      body: jobChangeSchema,
      replies: { 200: shownJobSchema },
      handler: async ({ params: { id }, body: { priority }, request }) => {
        const job = await setJobPriority(context, id, priority);
        await context.audit.enter(request, { action: 'job.move', target: `job:${id}`, details: { priority } });
        return shownJob(job);
      },
    }),
    ...jobActions.map((action) =>
      route({
        method: 'POST',
        url: `/api/v1/jobs/:id/${action}`,
        access: managing,
        summary: summaries[action],
        tag: 'jobs',
        params: recordParamsSchema,
        replies: { 200: shownJobSchema },
        handler: ({ params, caller, request }) => steerJob(context, { id: params.id, action, caller, request }),
      }),
    ),
  ];
}
