import { recordParamsSchema, uploadResultsSchema, uploadStateSchema } from '@vigil/contracts';
import { uploading } from '../http/access.ts';
import { type RouteDefinition, route } from '../http/route.ts';
import { ResumableUploads } from '../uploads/resumable-uploads.ts';
import { takeInForm } from '../uploads/take-in-form.ts';
import type { UploadContext } from '../uploads/upload-context.ts';
import { UploadDesk } from '../uploads/upload-desk.ts';

const tag = 'uploads';
const streamed = ['application/offset+octet-stream'];
const protocol = { 'Tus-Resumable': { description: 'Version of the protocol', required: true, pattern: '^1\\.0\\.0$' } };
const bytes = '^(0|[1-9][0-9]{0,14})$';

/** Uploads: resumable ones by the tus protocol, and forms. */
export function uploadRoutes(context: UploadContext): RouteDefinition[] {
  const desk = new UploadDesk(context);
  const uploads = new ResumableUploads(desk);
  return [
    route({
      method: 'POST',
      url: '/api/v1/uploads',
      access: uploading,
      summary: 'Start a resumable upload',
      description:
        'tus 1.0.0 with creation, creation-with-upload, creation-defer-length, termination and expiration. `Upload-Metadata` may hold ' +
        '`filename`, `sourceId`, `analyse` (`true` or `false`), `profileId` and `budget` (incidents a day). `Location` is relative.',
      tag,
      headers: {
        ...protocol,
        'Upload-Length': { description: 'Bytes of the file', required: false, pattern: bytes },
        'Upload-Defer-Length': { description: 'Says that the length is told later', required: false, pattern: '^1$' },
      },
      rawBody: streamed,
      replies: { 201: null },
      errors: ['profile-missing', 'not-media', 'too-large'],
      handler: async ({ request, reply, caller }) => await uploads.answer(request, reply, caller),
    }),
    route({
      method: 'GET',
      url: '/api/v1/uploads/:id',
      access: uploading,
      summary: 'How far an upload is',
      description: 'HEAD answers as tus 1.0.0 has it. The id is that of the video that the upload becomes.',
      tag,
      params: recordParamsSchema,
      replies: { 200: uploadStateSchema },
      errors: ['not-media', 'no-video', 'disk-full', 'conflict', 'gone', 'too-large'],
      handler: async ({ request, reply, caller, params: { id } }) =>
        request.method === 'HEAD' ? await uploads.answer(request, reply, caller, id) : await uploads.state(id, caller),
    }),
    route({
      method: 'PATCH',
      url: '/api/v1/uploads/:id',
      access: uploading,
      summary: 'Send a part of an upload',
      description: 'After the last part the video is stored, and `Vigil-Video-Id` names it.',
      tag,
      headers: { ...protocol, 'Upload-Offset': { description: 'Bytes that are there', required: true, pattern: bytes } },
      params: recordParamsSchema,
      rawBody: streamed,
      replies: { 204: null },
      errors: ['gone', 'not-media', 'no-video'],
      handler: async ({ request, reply, caller, params: { id } }) => await uploads.answer(request, reply, caller, id),
    }),
    route({
      method: 'DELETE',
      url: '/api/v1/uploads/:id',
      access: uploading,
      summary: 'Give an unfinished upload up',
      tag,
      headers: protocol,
      params: recordParamsSchema,
      replies: { 204: null },
      errors: ['gone'],
      handler: async ({ request, reply, caller, params: { id } }) => await uploads.answer(request, reply, caller, id),
    }),
    route({
      method: 'POST',
      url: '/api/v1/videos',
      access: uploading,
      summary: 'Upload videos with a form',
      description:
        'One or more files under any field name; fields `sourceId`, `analyse`, `profileId` and `budget` hold for all of them. Each file has a ' +
        'result of its own; where all are refused, the reply is the error of the first.',
      tag,
      rawBody: ['multipart/form-data'],
      replies: { 201: uploadResultsSchema },
      errors: ['not-media', 'no-video', 'profile-missing'],
      handler: async ({ request, caller }) => await takeInForm(desk, request, caller),
    }),
  ];
}
