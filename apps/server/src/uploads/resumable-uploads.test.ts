import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type UploadState, uploadStateSchema } from '@vigil/contracts';
import { makeMedia, steadyTimes } from '@vigil/media/testing';
import { DetailedError, Upload } from 'tus-js-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uploadRoutes } from '../api/upload-routes.ts';
import { repairUploads } from './repair-uploads.ts';
import { UploadService, type UploadServiceOptions } from './testing/upload-service.ts';
import { UploadDesk } from './upload-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-upload-files-'));
let video: Buffer;
let service: UploadService;

beforeAll(() => {
  const [width, height] = [320, 240];
  // Noise does not compress: a few hundred kilobytes, so that an upload can be cut in the middle.
  const paint = (index: number): Uint8Array =>
    Uint8Array.from({ length: width * height * 3 }, (_, at) => Math.imul(at + index * 7919, 2_654_435_761) >>> 24);
  makeMedia(join(folder, 'noise.mp4'), { width, height, times: steadyTimes(20, 10), paint });
  video = readFileSync(join(folder, 'noise.mp4'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(options: Partial<UploadServiceOptions> = {}): Promise<UploadService> {
  return await UploadService.start({ routes: uploadRoutes, ...options });
}
beforeEach(async () => {
  service = await start();
});
afterEach(async () => await service[Symbol.asyncDispose]());

interface Sending {
  readonly content?: Buffer;
  readonly metadata?: Record<string, string>;
  readonly chunkSize?: number;
  readonly uploadUrl?: string;
  /** Stops the client once the server has so many bytes. */
  readonly stopAfterBytes?: number;
  readonly retryDelays?: number[];
  readonly onShouldRetry?: () => boolean;
}

/** Uploads as a browser does; resolves with the address of the upload. */
async function send({
  content = video,
  metadata = { filename: 'street.mp4' },
  stopAfterBytes,
  ...rest
}: Sending = {}): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const upload = new Upload(content, {
    endpoint: `${service.address}/api/v1/uploads`,
    headers: { 'x-user': 'olga' },
    retryDelays: [],
    metadata,
    ...rest,
    onError: reject,
    onSuccess: () => resolve(upload.url ?? ''),
    onChunkComplete: (_, bytesAccepted) => {
      if (stopAfterBytes === undefined || bytesAccepted < stopAfterBytes) return;
      void upload.abort().then(() => resolve(upload.url ?? ''));
    },
  });
  upload.start();
  return await promise;
}

/** What the server answered a client that failed. */
async function refusalOf(sending: Promise<string>): Promise<{ status: number; body: { code: string; message: string } }> {
  const error: unknown = await sending.catch((thrown: unknown) => thrown);
  if (!(error instanceof DetailedError)) throw new Error(`not refused: ${String(error)}`);
  const response = error.originalResponse;
  return { status: response?.getStatus() ?? 0, body: JSON.parse(response?.getBody() ?? 'null') };
}

const stateOf = async (path: string): Promise<UploadState> => uploadStateSchema.parse(await (await service.fetch(path)).json());
const idOf = (url: string): string => url.split('/').at(-1) ?? '';
const header = (response: Response, name: string): string | null => response.headers.get(name);

it('makes a video of an upload, with a feed message, previews and an analysis', async () => {
  const url = await send({ metadata: { filename: 'Straße 夜.mp4', sourceId: 'gate', budget: '7' } });
  const stored = await service.store.videos.get(idOf(url));
  expect(stored).toMatchObject({
    name: 'Straße 夜.mp4',
    sourceId: 'gate',
    state: 'stored',
    sha256: createHash('sha256').update(video).digest('hex'),
    sizeBytes: video.length,
    mediaType: 'video/mp4',
    durationSeconds: 2,
    width: 320,
    height: 240,
    framesPerSecond: 10,
    codec: 'h264',
    hasAudio: false,
    uploadedBy: 'olga',
  });
  expect(await buffer(await service.media.read(`originals/${stored?.sha256.slice(0, 2)}/${stored?.sha256}`))).toEqual(video);
  const messages = await service.store.events.after(0, 100);
  expect(messages[0]).toMatchObject({ topic: 'video', type: 'new', record: { id: idOf(url) } });
  const { items: jobs } = await service.store.jobs.list({ limit: 10 });
  expect(jobs.map(({ type }) => type).toSorted()).toEqual(['analyse-video', 'make-previews']);
  const { items: analyses } = await service.store.analyses.list({ limit: 10 });
  expect(analyses).toMatchObject([{ videoId: idOf(url), budgetIncidentsPerDay: 7, profileId: null }]);
  const { items: audit } = await service.store.audit.list({ limit: 10 });
  expect(audit).toMatchObject([{ action: 'video.upload', target: `video:${idOf(url)}`, actor: { id: 'olga' } }]);
  expect(service.unfinished()).toEqual([]);
});

it('does not analyse where that is not wanted', async () => {
  await send({ metadata: { filename: 'a.mp4', analyse: 'false' } });
  const { items: jobs } = await service.store.jobs.list({ limit: 10 });
  expect(jobs.map(({ type }) => type)).toEqual(['make-previews']);
});

it('takes several uploads at once, and stores the same content once', async () => {
  const urls = await Promise.all(Array.from({ length: 6 }, async () => await send({ chunkSize: 50_000 })));
  expect(new Set(urls).size).toBe(6);
  expect((await service.store.videos.list({ limit: 10 })).items).toHaveLength(6);
  expect(await service.media.list('originals', 10)).toHaveLength(1);
  expect(service.unfinished()).toEqual([]);
});

describe('an upload that was interrupted', () => {
  it('goes on where it was', async () => {
    const uploadUrl = await send({ chunkSize: 40_000, stopAfterBytes: 80_000 });
    const state = await stateOf(new URL(uploadUrl).pathname);
    expect(state).toMatchObject({ name: 'street.mp4', sizeBytes: video.length, video: null });
    expect(state.offsetBytes).toBeGreaterThanOrEqual(80_000);
    await send({ uploadUrl });
    expect((await service.store.videos.get(idOf(uploadUrl)))?.sizeBytes).toBe(video.length);
  });

  it('goes on at another service on the same data', async () => {
    const uploadUrl = await send({ chunkSize: 40_000, stopAfterBytes: 80_000 });
    service = await start({ folder: await service.stop() });
    await send({ uploadUrl: `${service.address}${new URL(uploadUrl).pathname}` });
    expect(await service.store.videos.get(idOf(uploadUrl))).toMatchObject({ sizeBytes: video.length, name: 'street.mp4' });
  });

  it('loses nothing that arrived when the connection breaks in the middle of a part', async () => {
    const uploadUrl = await send({ chunkSize: 40_000, stopAfterBytes: 40_000 });
    const path = new URL(uploadUrl).pathname;
    const before = Number(
      header(await service.fetch(path, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } }), 'upload-offset'),
    );
    const rest = video.subarray(before);
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(rest.subarray(0, 30_000));
      },
      pull(controller) {
        controller.error(new Error('gone'));
      },
    });
    const headers = {
      'tus-resumable': '1.0.0',
      'upload-offset': String(before),
      'content-type': 'application/offset+octet-stream',
    };
    await expect(
      service.fetch(path, { method: 'PATCH', headers, body: broken, duplex: 'half' } as RequestInit),
    ).rejects.toBeInstanceOf(Error);
    await send({ uploadUrl });
    const stored = await service.store.videos.get(idOf(uploadUrl));
    expect(stored?.sha256).toBe(createHash('sha256').update(video).digest('hex'));
  });

  it('is removed where its client gives it up', async () => {
    const uploadUrl = await send({ chunkSize: 40_000, stopAfterBytes: 40_000 });
    await Upload.terminate(uploadUrl, { headers: { 'x-user': 'olga' } });
    expect(service.unfinished()).toEqual([]);
    expect((await service.fetch(new URL(uploadUrl).pathname)).status).toBe(404);
  });

  it('is removed after two days without a sign of its client', async () => {
    await send({ chunkSize: 40_000, stopAfterBytes: 40_000 });
    const folderOfData = await service.stop();
    service = await start({ folder: folderOfData, clock: () => Date.now() + 49 * 3_600_000 });
    expect(await repairUploads(new UploadDesk(service.context))).toEqual({ takenIn: 0, removed: 2 });
    expect(service.unfinished()).toEqual([]);
  });
});

describe('an upload whose last answer was lost', () => {
  it('is known to be whole', async () => {
    const uploadUrl = await send();
    expect(await send({ uploadUrl })).toBe(uploadUrl);
    const again = await service.fetch(new URL(uploadUrl).pathname);
    expect(await again.json()).toMatchObject({ offsetBytes: video.length, video: { id: idOf(uploadUrl) } });
    expect((await service.store.videos.list({ limit: 10 })).items).toHaveLength(1);
  });

  /** An upload of which all bytes are there, and nothing else, as a kill at the last moment leaves it. */
  async function arrivedOnly(): Promise<string> {
    const uploadUrl = await send({ chunkSize: 40_000, stopAfterBytes: 40_000 });
    const path = join(service.media.temporaryFolder('uploads'), idOf(uploadUrl));
    async function* all(): AsyncGenerator<Uint8Array> {
      yield video;
    }
    await service.media.writeInProgress(path, all(), { offset: 0, limitBytes: 1e9 });
    return uploadUrl;
  }

  it('is taken in when its client asks', async () => {
    const uploadUrl = await arrivedOnly();
    await send({ uploadUrl });
    expect((await service.store.videos.get(idOf(uploadUrl)))?.sizeBytes).toBe(video.length);
    expect(service.unfinished()).toEqual([]);
  });

  it('is taken in when a service starts', async () => {
    const uploadUrl = await arrivedOnly();
    expect(await repairUploads(new UploadDesk(service.context))).toEqual({ takenIn: 1, removed: 0 });
    expect((await service.store.videos.get(idOf(uploadUrl)))?.uploadedBy).toBe('olga');
    expect(service.unfinished()).toEqual([]);
    expect(await repairUploads(new UploadDesk(service.context))).toEqual({ takenIn: 0, removed: 0 });
  });
});

describe('what is no video', () => {
  it.each([
    ['text', Buffer.from('no video, though it is called one'), 415, 'not-media'],
    ['a playlist of other files', Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'), 415, 'not-media'],
    ['a file list', Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n"), 415, 'not-media'],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, at) => Math.imul(at, 2_654_435_761) >>> 24)), 415, 'not-media'],
  ])('is refused and leaves nothing: %s', async (_, content, status, code) => {
    const refusal = await refusalOf(send({ content, metadata: { filename: '../../evil.mp4' } }));
    expect(refusal).toMatchObject({ status, body: { code } });
    expect(refusal.body.message).not.toContain(service.folder);
    expect(refusal.body.message).toContain('evil.mp4');
    expect(service.unfinished()).toEqual([]);
    expect(await service.media.list('originals', 1)).toEqual([]);
    expect((await service.store.videos.list({ limit: 1 })).items).toEqual([]);
  });

  it('is refused where nothing but the beginning is there', async () => {
    const refusal = await refusalOf(send({ content: video.subarray(0, 60) }));
    expect(refusal.status).toBeGreaterThanOrEqual(400);
    expect(refusal.status).toBeLessThan(500);
    expect(service.unfinished()).toEqual([]);
  });

  it('is refused where the format is not let in', async () => {
    await using other = await start({ environment: { ALLOWED_VIDEO_FORMATS: 'mkv,webm' } });
    const own = service;
    service = other;
    expect(await refusalOf(send())).toMatchObject({ status: 415, body: { code: 'media-type-unsupported' } });
    service = own;
  });
});

describe('what is too much', () => {
  it('is refused before it is sent', async () => {
    await using other = await start({ environment: { MAX_FILE_SIZE: '100000' } });
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '100001' };
    const response = await other.fetch('/api/v1/uploads', { method: 'POST', headers });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'too-large' });
    expect(other.unfinished()).toEqual([]);
  });

  it('is refused where more is sent than was said', async () => {
    const created = await service.fetch('/api/v1/uploads', {
      method: 'POST',
      headers: { 'tus-resumable': '1.0.0', 'upload-length': '1000' },
    });
    const location = new URL(header(created, 'location') ?? '', created.url).pathname;
    const headers = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    const response = await service.fetch(location, { method: 'PATCH', headers, body: new Uint8Array(2000) });
    expect(response.status).toBe(413);
    const state = await stateOf(location);
    expect(state.offsetBytes).toBeLessThanOrEqual(1000);
  });

  it('stops at the quota, and goes on once there is space', async () => {
    const quotaBytes = Math.round(video.length * 1.5);
    service = await start({ folder: await service.stop(), quotaBytes });
    const uploadUrl = await send({ chunkSize: 100_000, stopAfterBytes: 100_000 });
    await service.media.write('reports/large', new Uint8Array(video.length));
    expect(await refusalOf(send({ uploadUrl, chunkSize: 100_000 }))).toMatchObject({
      status: 507,
      body: { code: 'quota-exceeded' },
    });
    expect(await refusalOf(send())).toMatchObject({ status: 507, body: { code: 'quota-exceeded' } });
    await service.media.remove('reports/large');
    await send({ uploadUrl, chunkSize: 100_000 });
    expect((await service.store.videos.get(idOf(uploadUrl)))?.sizeBytes).toBe(video.length);
  });
});

describe('what others do', () => {
  it('is kept apart: an upload is seen, changed and removed by its owner only', async () => {
    const path = new URL(await send({ chunkSize: 40_000, stopAfterBytes: 40_000 })).pathname;
    const tus = { 'tus-resumable': '1.0.0' };
    const patch = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    for (const [method, headers] of Object.entries({ GET: {}, HEAD: tus, PATCH: patch, DELETE: tus }))
      expect((await service.fetch(path, { method, headers, user: 'mallory' })).status).toBe(404);
    expect((await service.fetch(path, { method: 'GET', user: 'viewer' })).status).toBe(403);
    expect((await service.fetch(path, { method: 'GET', user: '' })).status).toBe(401);
    expect((await service.fetch(path)).status).toBe(200);
  });

  it('cannot be claimed: who owns an upload is not what the client says, and is not told', async () => {
    const path = new URL(
      await send({ chunkSize: 40_000, stopAfterBytes: 40_000, metadata: { filename: 'a', 'vigil-owner': 'eve' } }),
    ).pathname;
    const head = await service.fetch(path, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    expect(header(head, 'upload-metadata')).toBe('filename YQ==');
    expect((await service.fetch(path, { user: 'eve' })).status).toBe(404);
  });
});

it.each([
  ['no protocol version', {}, 400],
  ['no length', { 'tus-resumable': '1.0.0' }, 400],
  ['a length that is none', { 'tus-resumable': '1.0.0', 'upload-length': '-1' }, 400],
  ['an empty file', { 'tus-resumable': '1.0.0', 'upload-length': '0' }, 422],
  ['metadata that are none', { 'tus-resumable': '1.0.0', 'upload-length': '9', 'upload-metadata': 'a b c' }, 400],
  [
    'a source that is none',
    { 'tus-resumable': '1.0.0', 'upload-length': '9', 'upload-metadata': `sourceId ${btoa('../x')}` },
    400,
  ],
  ['a budget that is none', { 'tus-resumable': '1.0.0', 'upload-length': '9', 'upload-metadata': `budget ${btoa('-3')}` }, 400],
  ['an unknown profile', { 'tus-resumable': '1.0.0', 'upload-length': '9', 'upload-metadata': `profileId ${btoa('p1')}` }, 404],
])('refuses %s in the one error format', async (_, headers, status) => {
  const response = await service.fetch('/api/v1/uploads', { method: 'POST', headers });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    code: expect.any(String),
    message: expect.any(String),
    requestId: expect.any(String),
  });
  expect(service.unfinished()).toEqual([]);
});
