import {
  profileChangeSchema,
  profileCreationSchema,
  profileFileQuerySchema,
  profileLearningSchema,
  profileListQuerySchema,
  profilePageSchema,
  profileRecordSchema,
  profileUndoSchema,
  recordParamsSchema,
} from '@vigil/contracts';
import { managing, viewing } from '../http/access.ts';
import { tellVersion } from '../http/if-match.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { createProfile } from '../profiles/create-profile.ts';
import { openProfileFile } from '../profiles/open-profile-file.ts';
import { removeProfile } from '../profiles/remove-profile.ts';
import { renameProfile } from '../profiles/rename-profile.ts';
import { teachProfile } from '../profiles/teach-profile.ts';
import { undoProfile } from '../profiles/undo-profile.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** What is normal for a source: learned, extended, undone. */
export function profileRoutes(context: ServerContext): RouteDefinition[] {
  const { profiles } = context.store;
  return [
    route({
      method: 'GET',
      url: '/api/v1/profiles',
      access: viewing,
      summary: 'Profiles, newest first',
      tag: 'profiles',
      query: profileListQuerySchema,
      replies: { 200: profilePageSchema },
      handler: ({ query }) => profiles.list(query),
    }),
    route({
      method: 'GET',
      url: '/api/v1/profiles/:id',
      access: viewing,
      summary: 'One profile with its revisions',
      tag: 'profiles',
      params: recordParamsSchema,
      replies: { 200: profileRecordSchema },
      handler: async ({ params, reply }) => tellVersion(reply, await requireRecord(profiles, 'profile', params.id)),
    }),
    route({
      method: 'POST',
      url: '/api/v1/profiles',
      access: managing,
      summary: 'Learn a profile from videos or ranges of them',
      tag: 'profiles',
      body: profileCreationSchema,
      replies: { 202: profileRecordSchema },
      errors: ['gone'],
      handler: ({ body, caller, request }) => createProfile(context, { creation: body, caller, request }),
    }),
    route({
      method: 'PATCH',
      url: '/api/v1/profiles/:id',
      access: managing,
      summary: 'Rename a profile',
      tag: 'profiles',
      ifMatch: true,
      params: recordParamsSchema,
      body: profileChangeSchema,
      replies: { 200: profileRecordSchema },
      handler: async ({ params, body, request, reply }) =>
        tellVersion(reply, await renameProfile(context, { id: params.id, change: body, request })),
    }),
    route({
      method: 'POST',
      url: '/api/v1/profiles/:id/learning',
      access: managing,
      summary: 'Extend a profile with footage, or learn it anew',
      tag: 'profiles',
      params: recordParamsSchema,
      body: profileLearningSchema,
      replies: { 202: profileRecordSchema },
      errors: ['gone'],
      handler: ({ params, body, caller, request }) => teachProfile(context, { id: params.id, learning: body, caller, request }),
    }),
    route({
      method: 'POST',
      url: '/api/v1/profiles/:id/undo',
      access: managing,
      summary: 'Take a profile back to a revision that is kept',
      tag: 'profiles',
      ifMatch: true,
      params: recordParamsSchema,
      body: profileUndoSchema,
      replies: { 200: profileRecordSchema },
      errors: ['gone'],
      handler: async ({ params, body, caller, request, reply }) =>
        tellVersion(reply, await undoProfile(context, { id: params.id, undo: body, caller, request })),
    }),
    route({
      method: 'GET',
      url: '/api/v1/profiles/:id/file',
      access: viewing,
      summary: 'The file of a profile, for the command line or another server',
      tag: 'profiles',
      params: recordParamsSchema,
      query: profileFileQuerySchema,
      replies: { 200: { description: 'The profile', contentType: 'application/octet-stream' } },
      handler: async ({ params, query, reply }) => {
        const { stream, sizeBytes, fileName } = await openProfileFile(context, params.id, query.revision);
        return await reply
          .type('application/octet-stream')
          .header('content-length', sizeBytes)
          .header('content-disposition', `attachment; filename="${fileName}"`)
          .send(stream);
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/v1/profiles/:id',
      access: managing,
      summary: 'Remove a profile that nothing uses',
      tag: 'profiles',
      params: recordParamsSchema,
      replies: { 204: null },
      handler: ({ params, request }) => removeProfile(context, { id: params.id, request }),
    }),
  ];
}
