import { incidentListQuerySchema, incidentPageSchema } from '@vigil/contracts';
import { z } from 'zod';
import type { AccountContext } from '../accounts/account-context.ts';
import { evidenceRoute } from '../api/evidence-route.ts';
import { sessionRoutes } from '../api/session-routes.ts';
import { viewing } from '../http/access.ts';
import { publicRoute, route, type RouteDefinition } from '../http/route.ts';
import { listIncidents } from '../incidents/list-incidents.ts';
import type { ServerContext } from '../server-context.ts';
import { sendWallFile, sendWallPage } from './wall-files.ts';

const tag = 'wall';
const partParams = z.object({ name: z.string().regex(/^[\w-]+\.\w[\w.-]*$/) });
const part = { 200: { description: 'The file', contentType: '*/*' }, 304: null } as const;

/**
 * The wall page at `/` with all that it needs from this service: its files, which hold no data and are for everybody, signing in, and
 * what it shows for whoever is signed in. `serveWallFiles` has to be registered before.
 *
 * @param folder Of the built pages.
 */
export function wallRoutes(context: ServerContext, accounts: AccountContext, folder: string): RouteDefinition[] {
  return [
    publicRoute({
      method: 'GET',
      url: '/',
      summary: 'The page for a wall: incidents as they are decided, figures of a day, what is at work',
      tag,
      replies: { 200: { description: 'The page', contentType: 'text/html; charset=utf-8' }, 304: null },
      handler: async ({ reply }) => await sendWallPage(reply, folder),
    }),
    publicRoute({
      method: 'GET',
      url: '/assets/:name',
      summary: 'A part of the page',
      tag,
      params: partParams,
      replies: part,
      handler: async ({ reply, params: { name } }) => await sendWallFile(reply, `assets/${name}`),
    }),
    publicRoute({
      method: 'GET',
      url: '/vigil.svg',
      summary: 'The sign of the page',
      tag,
      replies: part,
      handler: async ({ reply }) => await sendWallFile(reply, 'vigil.svg'),
    }),
    ...sessionRoutes(accounts),
    route({
      method: 'GET',
      url: '/dashboard/v1/incidents',
      access: viewing,
      summary: 'Incidents, latest first, as the API service lists them',
      tag,
      query: incidentListQuerySchema,
      replies: { 200: incidentPageSchema },
      handler: ({ query, caller }) => listIncidents(context, caller.userId, query),
    }),
    evidenceRoute(context, '/dashboard/v1/incidents/:id/key-frame', 'keyFrame'),
  ];
}
