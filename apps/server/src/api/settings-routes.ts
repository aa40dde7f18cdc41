import { settingsChangeSchema, settingsSchema, shownJobSchema } from '@vigil/contracts';
import { administrating, viewing } from '../http/access.ts';
import { tellVersion } from '../http/if-match.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { shownJob } from '../jobs/shown-job.ts';
import { submitRetention } from '../jobs/submit-upkeep.ts';
import type { ServerContext } from '../server-context.ts';
import { changeSettings } from '../settings/change-settings.ts';
import { readSettings } from '../settings/read-settings.ts';

/** What administrators set while the services run. */
export function settingsRoutes(context: ServerContext): RouteDefinition[] {
  return [
    route({
      method: 'GET',
      url: '/api/v1/settings',
      access: viewing,
      summary: 'The settings that hold now',
      tag: 'settings',
      replies: { 200: settingsSchema },
      handler: async ({ reply }) => tellVersion(reply, await readSettings(context.store)),
    }),
    route({
      method: 'PATCH',
      url: '/api/v1/settings',
      access: administrating,
      summary: 'Change settings',
      tag: 'settings',
      ifMatch: true,
      body: settingsChangeSchema,
      replies: { 200: settingsSchema },
      handler: async ({ body, request, reply }) => tellVersion(reply, await changeSettings(context, { change: body, request })),
    }),
    route({
      method: 'POST',
      url: '/api/v1/retention/runs',
      access: administrating,
      summary: 'Apply the retention now; once an hour however often it is asked for',
      tag: 'settings',
      replies: { 202: shownJobSchema },
      handler: async ({ request }) => {
        const { job, added } = await submitRetention(context);
        if (added) await context.audit.enter(request, { action: 'retention.run', target: `job:${job.id}` });
        return shownJob(job);
      },
    }),
  ];
}
