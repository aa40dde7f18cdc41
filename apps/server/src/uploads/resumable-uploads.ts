import { Readable } from 'node:stream';
import { Server } from '@tus/server';
import { type UploadState, type UploadWishes, uploadWishesSchema, type Video, VigilError } from '@vigil/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../http/access.ts';
import { newRecordId } from '../jobs/record-id.ts';
import { fileNameOf } from './file-name.ts';
import type { FinishedUpload } from './finish-upload.ts';
import { errorOfTus, tusRefusal } from './tus-errors.ts';
import type { UploadDesk } from './upload-desk.ts';
import { type Upload, UploadFiles } from './upload-files.ts';

/** Key under which the owner is kept among what the client says of an upload; it never sees or sets it. */
const ownerKey = 'vigil-owner';
const nameKeys = ['filename', 'name'];
const tusVersion = '1.0.0';

/** What the hooks of the tus server need to know of a request. */
interface Visit {
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly id: string | undefined;
  /** What failed; null where nothing did. */
  failure: unknown;
}

/** Resumable uploads by the tus protocol 1.0 (https://tus.io/protocols/resumable-upload), each seen by its owner only. */
export class ResumableUploads {
  readonly files: UploadFiles;
  readonly #desk: UploadDesk;
  readonly #server: Server;
  readonly #visits = new WeakMap<object, Visit>();

  constructor(desk: UploadDesk) {
    const { media, clock, configuration } = desk.context;
    this.#desk = desk;
    this.files = new UploadFiles(media, configuration.maxFileSizeBytes);
    this.#server = new Server({
      path: '/api/v1/uploads',
      datastore: this.files,
      maxSize: configuration.maxFileSizeBytes,
      namingFunction: () => newRecordId(clock),
      // Relative to the address that was asked: right behind any path prefix.
      generateUrl: (_, { id }) => `uploads/${id}`,
      getFileIdFromRequest: (request) => this.#visits.get(request)?.id,
      onUploadCreate: async (request, upload) => ({ metadata: await this.#admit(request, upload) }),
      onUploadFinish: async (request, upload) => await this.#finish(request, upload),
      onResponseError: (request, error) => {
        const visit = this.#visits.get(request);
        if (visit !== undefined) visit.failure = error;
        return undefined;
      },
    });
  }

  /** Answers a request of the protocol. @throws VigilError */
  async answer(request: FastifyRequest, reply: FastifyReply, caller: Caller, id?: string): Promise<void> {
    reply.header('tus-resumable', tusVersion);
    if (id !== undefined) {
      const upload = await this.#ownUpload(id, caller);
      if (upload === null || isWhole(upload)) {
        const video = upload === null ? await this.#ownVideo(id, caller) : await this.#takeIn(upload, request);
        if (request.method === 'HEAD') return tellWhole(reply, video);
        throw new VigilError('conflict', `The upload ${id} is finished: it is the video ${video.id}`, { videoId: video.id });
      }
    }
    const visit: Visit = { caller, request, id, failure: null };
    const asked = webRequestOf(request);
    this.#visits.set(asked, visit);
    const response = await this.#server.handleWeb(asked);
    // The rest of a body that was not read would be taken for the next request.
    if (!request.raw.complete) reply.header('connection', 'close');
    if (visit.failure !== null) {
      const error = errorOfTus(visit.failure);
      if (error.code === 'internal') request.log.error({ err: visit.failure }, 'upload failed');
      throw error;
    }
    if (!response.ok) throw tusRefusal(response.status, await response.text());
    for (const [name, value] of response.headers) {
      if (name.startsWith('access-control-') || name === 'content-length') continue;
      reply.header(name, name === 'upload-metadata' ? withoutOwner(value) : value);
    }
    reply.code(response.status);
  }

  /** How far an upload is. @throws VigilError `not-found` for one that is not there, or another's */
  async state(id: string, caller: Caller): Promise<UploadState> {
    const upload = await this.#ownUpload(id, caller);
    if (upload !== null)
      return { id, name: nameOf(upload), offsetBytes: upload.offset, sizeBytes: upload.size ?? null, video: null };
    const video = await this.#ownVideo(id, caller);
    return { id, name: video.name, offsetBytes: video.sizeBytes, sizeBytes: video.sizeBytes, video };
  }

  /** Takes in an upload that has arrived whole. */
  async takeIn(upload: Upload): Promise<FinishedUpload> {
    const { id, metadata } = upload;
    const file = { id, path: this.files.pathOf(id), name: nameOf(upload), uploadedBy: metadata?.[ownerKey] ?? 'unknown' };
    return await this.#desk.takeIn(file, wishesOf(metadata));
  }

  async #takeIn(upload: Upload, request: FastifyRequest): Promise<Video> {
    const { video } = await this.takeIn(upload);
    const details = { name: video.name, sizeBytes: video.sizeBytes, sha256: video.sha256 };
    await this.#desk.context.audit.enter(request, { action: 'video.upload', target: `video:${video.id}`, details });
    return video;
  }

  /** Checks what a client wants to upload; returns what is kept of what it says. */
  async #admit(request: object, upload: Upload): Promise<Record<string, string | null>> {
    const visit = this.#visits.get(request);
    if (visit === undefined) throw new VigilError('internal', 'An upload without a request');
    const wishes = wishesOf(upload.metadata);
    if (upload.size === 0) throw new VigilError('file-empty', 'The file is empty (0 bytes); record or copy it again');
    const { store } = this.#desk.context;
    if (wishes.profileId !== undefined && (await store.profiles.get(wishes.profileId)) === null)
      throw new VigilError('profile-missing', `There is no profile ${wishes.profileId}`, { profileId: wishes.profileId });
    return { ...upload.metadata, [ownerKey]: visit.caller.id };
  }

  async #finish(request: object, upload: Upload): Promise<{ headers: Record<string, string> }> {
    const visit = this.#visits.get(request);
    if (visit === undefined) throw new VigilError('internal', 'An upload without a request');
    const video = await this.#takeIn(upload, visit.request);
    return { headers: { 'vigil-video-id': video.id } };
  }

  /** An upload that is under way; null where there is none. @throws VigilError `not-found` for another's */
  async #ownUpload(id: string, caller: Caller): Promise<Upload | null> {
    const known = await this.files.configstore.get(id);
    if (known === undefined) return null;
    if (known.metadata?.[ownerKey] !== caller.id) throw noUpload(id);
    return await this.files.getUpload(id).catch(() => null);
  }

  async #ownVideo(id: string, caller: Caller): Promise<Video> {
    const video = await this.#desk.context.store.videos.get(id);
    if (video === null || video.uploadedBy !== caller.id) throw noUpload(id);
    return video;
  }
}

/** Whether all bytes of an upload have arrived. */
export function isWhole({ size, offset }: Upload): boolean {
  return size !== undefined && offset === size;
}

function wishesOf(metadata: Upload['metadata']): UploadWishes {
  const result = uploadWishesSchema.safeParse(metadata ?? {});
  if (result.success) return result.data;
  throw new VigilError('bad-request', `Upload-Metadata: ${z.prettifyError(result.error).replaceAll('\n', ' ')}`);
}

function nameOf({ metadata }: Upload): string {
  return fileNameOf(nameKeys.map((key) => metadata?.[key]).find((name) => typeof name === 'string') ?? '');
}

/** The header without what only the server knows. */
function withoutOwner(header: string): string {
  return header
    .split(',')
    .filter((entry) => entry.trim().split(' ')[0] !== ownerKey)
    .join(',');
}

function tellWhole(reply: FastifyReply, { id, sizeBytes }: Video): void {
  reply.code(200);
  for (const name of ['upload-offset', 'upload-length']) reply.header(name, String(sizeBytes));
  reply.header('vigil-video-id', id);
}

function noUpload(id: string): VigilError {
  return new VigilError('not-found', `There is no upload ${id}`, { id });
}

function webRequestOf({ method, url, headers, raw }: FastifyRequest): Request {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((text): [string, string] => [name, text]),
  );
  const hasBody = method === 'PATCH' || method === 'POST';
  // Only the headers and the body are looked at: the id is the route's, and addresses are relative.
  return new Request(new URL(url, 'http://localhost'), {
    method,
    headers: pairs,
    ...(hasBody ? { body: Readable.toWeb(raw) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
  } as RequestInit);
}
