import {
  jobListQuerySchema,
  jobPageSchema,
  overviewQuerySchema,
  overviewSchema,
  queueControlReplySchema,
  recordParamsSchema,
  shownJobSchema,
  systemStatusSchema,
} from '@vigil/contracts';
import type { FeedHub } from '../feed/feed-hub.ts';
import { managing, viewing } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { shownJob } from '../jobs/shown-job.ts';
import { jobActions, steerJob } from '../jobs/steer-job.ts';
import type { ServerContext } from '../server-context.ts';
import { overviewMaker } from './overview.ts';
import { setEverythingStopped } from './stop-everything.ts';
import { systemStatus } from './system-status.ts';

const summaries = {
  cancel: 'Cancel a job',
  pause: 'Pause a job; a running one is checkpointed and given back',
  resume: 'Let a paused job go on',
  requeue: 'Queue a failed or cancelled job again',
} as const;

/** Routes of the dashboard service; the feed `/ws` is served beside them. */
export function dashboardRoutes(
  context: ServerContext,
  feed: Pick<FeedHub, 'clientCount' | 'newest' | 'isLive'>,
): RouteDefinition[] {
  const overview = overviewMaker(context);
  return [
    route({
      method: 'GET',
      url: '/dashboard/v1/overview',
      access: viewing,
      summary: 'Incidents of a span by hour, kind and source, budgets, queue, cameras, disk and services; some seconds old',
      tag: 'dashboard',
      query: overviewQuerySchema,
      replies: { 200: overviewSchema },
      handler: ({ query }) => overview(query),
    }),
    route({
      method: 'GET',
      url: '/dashboard/v1/system',
      access: viewing,
      summary: 'Process, machine, store and feed of this service',
      tag: 'dashboard',
      replies: { 200: systemStatusSchema },
      handler: () => systemStatus(context, feed),
    }),
    route({
      method: 'GET',
      url: '/dashboard/v1/jobs',
      access: viewing,
      summary: 'Jobs, newest first; those that failed are the dead letters',
      tag: 'dashboard',
      query: jobListQuerySchema,
      replies: { 200: jobPageSchema },
      handler: async ({ query: { limit, cursor, order, ...filter } }) => {
        const { items, nextCursor } = await context.store.jobs.list({ limit, cursor, order, filter });
        return { items: items.map(shownJob), nextCursor };
      },
    }),
    ...jobActions.map((action) =>
      route({
        method: 'POST',
        url: `/dashboard/v1/jobs/:id/${action}`,
        access: managing,
        summary: summaries[action],
        tag: 'dashboard',
        params: recordParamsSchema,
        replies: { 200: shownJobSchema },
        handler: ({ params, caller, request }) => steerJob(context, { id: params.id, action, caller, request }),
      }),
    ),
    ...(['stop-everything', 'resume'] as const).map((control) =>
      route({
        method: 'POST',
        url: `/dashboard/v1/${control}`,
        access: managing,
        summary:
          control === 'resume'
            ? 'Let work go on after everything was stopped'
            : 'Let no job begin; running ones are checkpointed and given back',
        tag: 'dashboard',
        replies: { 200: queueControlReplySchema },
        handler: ({ request }) => setEverythingStopped(context, { stopped: control === 'stop-everything', request }),
      }),
    ),
  ];
}
