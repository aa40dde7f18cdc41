import { newSavedViewSchema, recordParamsSchema, savedViewListSchema, savedViewSchema } from '@vigil/contracts';
import { personal } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { addSavedView, listSavedViews, removeSavedView, replaceSavedView } from '../saved-views/saved-views.ts';
import type { ServerContext } from '../server-context.ts';

/** Selections of incidents that people come back to; each sees and changes only their own. */
export function savedViewRoutes(context: ServerContext): RouteDefinition[] {
  const { store } = context;
  return [
    route({
      method: 'GET',
      url: '/api/v1/saved-views',
      access: personal,
      summary: 'Your saved views, in the order they were made',
      tag: 'saved views',
      replies: { 200: savedViewListSchema },
      handler: async ({ caller }) => ({ items: await listSavedViews(store, caller.userId) }),
    }),
    route({
      method: 'POST',
      url: '/api/v1/saved-views',
      access: personal,
      summary: 'Save a view; 50 are kept',
      tag: 'saved views',
      body: newSavedViewSchema,
      replies: { 201: savedViewSchema },
      handler: ({ body, caller }) => addSavedView(context, caller.userId, body),
    }),
    route({
      method: 'PUT',
      url: '/api/v1/saved-views/:id',
      access: personal,
      summary: 'Rename a saved view, or let it show something else',
      tag: 'saved views',
      params: recordParamsSchema,
      body: newSavedViewSchema,
      replies: { 200: savedViewSchema },
      handler: ({ params, body, caller }) => replaceSavedView(store, caller.userId, { id: params.id, ...body }),
    }),
    route({
      method: 'DELETE',
      url: '/api/v1/saved-views/:id',
      access: personal,
      summary: 'Remove a saved view',
      tag: 'saved views',
      params: recordParamsSchema,
      replies: { 204: null },
      handler: ({ params, caller }) => removeSavedView(store, caller.userId, params.id),
    }),
  ];
}
