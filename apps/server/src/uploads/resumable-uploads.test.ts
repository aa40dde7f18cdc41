import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { makeMedia, steadyTimes } from '@vigil/media/testing';
import { Upload } from 'tus-js-client';
import { describe, expect, it } from 'vitest';
import { repairUploads } from './repair-uploads.ts';
import { idOf, setUpTestUploads } from './testing/test-uploads.ts';
import { noise } from './testing/send-upload.ts';
import { UploadDesk } from './upload-desk.ts';

const uploads = setUpTestUploads((path) => makeMedia(path, { ...noise, times: steadyTimes(20, 10) }));
const { send, stateOf, start } = uploads;
const header = (response: Response, name: string): string | null => response.headers.get(name);

it('makes a video of an upload, with a feed message, previews and an analysis', async () => {
  const url = await send({ metadata: { filename: 'Straße 夜.mp4', sourceId: 'gate', budget: '7' } });
  const stored = await uploads.service.store.videos.get(idOf(url));
  expect(stored).toMatchObject({
    name: 'Straße 夜.mp4',
    sourceId: 'gate',
    state: 'stored',
    sha256: createHash('sha256').update(uploads.video).digest('hex'),
    sizeBytes: uploads.video.length,
    mediaType: 'video/mp4',
    durationSeconds: 2,
    width: 320,
    height: 240,
    framesPerSecond: 10,
    codec: 'h264',
    hasAudio: false,
    uploadedBy: 'olga',
  });
  expect(await buffer(await uploads.service.media.read(`originals/${stored?.sha256.slice(0, 2)}/${stored?.sha256}`))).toEqual(
    uploads.video,
  );
  const messages = await uploads.service.store.events.after(0, 100);
  expect(messages[0]).toMatchObject({ topic: 'video', type: 'new', record: { id: idOf(url) } });
  const { items: jobs } = await uploads.service.store.jobs.list({ limit: 10 });
  expect(jobs.map(({ type }) => type).toSorted()).toEqual(['analyse-video', 'make-previews']);
  const { items: analyses } = await uploads.service.store.analyses.list({ limit: 10 });
  expect(analyses).toMatchObject([{ videoId: idOf(url), budgetIncidentsPerDay: 7, profileId: null }]);
  const { items: audit } = await uploads.service.store.audit.list({ limit: 10 });
  expect(audit).toMatchObject([{ action: 'video.upload', target: `video:${idOf(url)}`, actor: { id: 'olga' } }]);
  expect(uploads.service.unfinished()).toEqual([]);
});

it('does not analyse where that is not wanted', async () => {
  await send({ metadata: { filename: 'a.mp4', analyse: 'false' } });
  const { items: jobs } = await uploads.service.store.jobs.list({ limit: 10 });
  expect(jobs.map(({ type }) => type)).toEqual(['make-previews']);
});

it('takes several uploads at once, and stores the same content once', async () => {
  const urls = await Promise.all(Array.from({ length: 6 }, async () => await send({ chunkSize: 50_000 })));
  expect(new Set(urls).size).toBe(6);
  expect((await uploads.service.store.videos.list({ limit: 10 })).items).toHaveLength(6);
  expect(await uploads.service.media.list('originals', 10)).toHaveLength(1);
  expect(uploads.service.unfinished()).toEqual([]);
});

describe('an upload that was interrupted', () => {
  it('goes on where it was', async () => {
    const uploadUrl = await send({ chunkSize: 40_000, stopAfterBytes: 80_000 });
    const state = await stateOf(new URL(uploadUrl).pathname);
    expect(state).toMatchObject({ name: 'street.mp4', sizeBytes: uploads.video.length, video: null });
    expect(state.offsetBytes).toBeGreaterThanOrEqual(80_000);
    await send({ uploadUrl });
    expect((await uploads.service.store.videos.get(idOf(uploadUrl)))?.sizeBytes).toBe(uploads.video.length);
  });

  it('goes on at another service on the same data', async () => {
    const uploadUrl = await send({ chunkSize: 40_000, stopAfterBytes: 80_000 });
    uploads.service = await start({ folder: await uploads.service.stop() });
    await send({ uploadUrl: `${uploads.service.address}${new URL(uploadUrl).pathname}` });
    expect(await uploads.service.store.videos.get(idOf(uploadUrl))).toMatchObject({
      sizeBytes: uploads.video.length,
      name: 'street.mp4',
    });
  });

  it('loses nothing that arrived when the connection breaks in the middle of a part', async () => {
    const uploadUrl = await send({ chunkSize: 40_000, stopAfterBytes: 40_000 });
    const path = new URL(uploadUrl).pathname;
    const before = Number(
      header(await uploads.service.fetch(path, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } }), 'upload-offset'),
    );
    const rest = uploads.video.subarray(before);
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
      uploads.service.fetch(path, { method: 'PATCH', headers, body: broken, duplex: 'half' } as RequestInit),
    ).rejects.toBeInstanceOf(Error);
    await send({ uploadUrl });
    const stored = await uploads.service.store.videos.get(idOf(uploadUrl));
    expect(stored?.sha256).toBe(createHash('sha256').update(uploads.video).digest('hex'));
  });

  it('is removed where its client gives it up', async () => {
    const uploadUrl = await send({ chunkSize: 40_000, stopAfterBytes: 40_000 });
    await Upload.terminate(uploadUrl, { headers: { 'x-user': 'olga' } });
    expect(uploads.service.unfinished()).toEqual([]);
    expect((await uploads.service.fetch(new URL(uploadUrl).pathname)).status).toBe(404);
  });

  it('is removed after two days without a sign of its client', async () => {
    await send({ chunkSize: 40_000, stopAfterBytes: 40_000 });
    const folderOfData = await uploads.service.stop();
    uploads.service = await start({ folder: folderOfData, clock: () => Date.now() + 49 * 3_600_000 });
    expect(await repairUploads(new UploadDesk(uploads.service.context))).toEqual({ takenIn: 0, removed: 2 });
    expect(uploads.service.unfinished()).toEqual([]);
  });
});

describe('an upload whose last answer was lost', () => {
  it('is known to be whole', async () => {
    const uploadUrl = await send();
    expect(await send({ uploadUrl })).toBe(uploadUrl);
    const again = await uploads.service.fetch(new URL(uploadUrl).pathname);
    expect(await again.json()).toMatchObject({ offsetBytes: uploads.video.length, video: { id: idOf(uploadUrl) } });
    expect((await uploads.service.store.videos.list({ limit: 10 })).items).toHaveLength(1);
  });

  /** An upload of which all bytes are there, and nothing else, as a kill at the last moment leaves it. */
  async function arrivedOnly(): Promise<string> {
    const uploadUrl = await send({ chunkSize: 40_000, stopAfterBytes: 40_000 });
    const path = join(uploads.service.media.temporaryFolder('uploads'), idOf(uploadUrl));
    async function* all(): AsyncGenerator<Uint8Array> {
      yield uploads.video;
    }
    await uploads.service.media.writeInProgress(path, all(), { offset: 0, limitBytes: 1e9 });
    return uploadUrl;
  }

  it('is taken in when its client asks', async () => {
    const uploadUrl = await arrivedOnly();
    await send({ uploadUrl });
    expect((await uploads.service.store.videos.get(idOf(uploadUrl)))?.sizeBytes).toBe(uploads.video.length);
    expect(uploads.service.unfinished()).toEqual([]);
  });

  it('is taken in when a service starts', async () => {
    const uploadUrl = await arrivedOnly();
    expect(await repairUploads(new UploadDesk(uploads.service.context))).toEqual({ takenIn: 1, removed: 0 });
    expect((await uploads.service.store.videos.get(idOf(uploadUrl)))?.uploadedBy).toBe('olga');
    expect(uploads.service.unfinished()).toEqual([]);
    expect(await repairUploads(new UploadDesk(uploads.service.context))).toEqual({ takenIn: 0, removed: 0 });
  });
});
