import { makeMedia, steadyTimes } from '@vigil/media/testing';
import { describe, expect, it } from 'vitest';
import { idOf, setUpTestUploads } from './testing/test-uploads.ts';
import { noise, refusalOf } from './testing/send-upload.ts';

const uploads = setUpTestUploads((path) => makeMedia(path, { ...noise, times: steadyTimes(20, 10) }));
const { send, stateOf, start } = uploads;
const header = (response: Response, name: string): string | null => response.headers.get(name);

describe('what is no video', () => {
  it.each([
    ['text', Buffer.from('no video, though it is called one'), 415, 'not-media'],
    ['a playlist of other files', Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'), 415, 'not-media'],
    ['a file list', Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n"), 415, 'not-media'],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, at) => Math.imul(at, 2_654_435_761) >>> 24)), 415, 'not-media'],
  ])('is refused and leaves nothing: %s', async (_, content, status, code) => {
    const refusal = await refusalOf(send({ content, metadata: { filename: '../../evil.mp4' } }));
    expect(refusal).toMatchObject({ status, body: { code } });
    expect(refusal.body.message).not.toContain(uploads.service.folder);
    expect(refusal.body.message).toContain('evil.mp4');
    expect(uploads.service.unfinished()).toEqual([]);
    expect(await uploads.service.media.list('originals', 1)).toEqual([]);
    expect((await uploads.service.store.videos.list({ limit: 1 })).items).toEqual([]);
  });

  it('is refused where nothing but the beginning is there', async () => {
    const refusal = await refusalOf(send({ content: uploads.video.subarray(0, 60) }));
    expect(refusal.status).toBeGreaterThanOrEqual(400);
    expect(refusal.status).toBeLessThan(500);
    expect(uploads.service.unfinished()).toEqual([]);
  });

  it('is refused where the format is not let in', async () => {
    await using other = await start({ environment: { ALLOWED_VIDEO_FORMATS: 'mkv,webm' } });
    const own = uploads.service;
    uploads.service = other;
    expect(await refusalOf(send())).toMatchObject({ status: 415, body: { code: 'media-type-unsupported' } });
    uploads.service = own;
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
    const created = await uploads.service.fetch('/api/v1/uploads', {
      method: 'POST',
      headers: { 'tus-resumable': '1.0.0', 'upload-length': '1000' },
    });
    const location = new URL(header(created, 'location') ?? '', created.url).pathname;
    const headers = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    const response = await uploads.service.fetch(location, { method: 'PATCH', headers, body: new Uint8Array(2000) });
    expect(response.status).toBe(413);
    const state = await stateOf(location);
    expect(state.offsetBytes).toBeLessThanOrEqual(1000);
  });

  it('stops at the quota, and goes on once there is space', async () => {
    const quotaBytes = Math.round(uploads.video.length * 1.5);
    uploads.service = await start({ folder: await uploads.service.stop(), quotaBytes });
    const uploadUrl = await send({ chunkSize: 100_000, stopAfterBytes: 100_000 });
    await uploads.service.media.write('reports/large', new Uint8Array(uploads.video.length));
    expect(await refusalOf(send({ uploadUrl, chunkSize: 100_000 }))).toMatchObject({
      status: 507,
      body: { code: 'quota-exceeded' },
    });
    expect(await refusalOf(send())).toMatchObject({ status: 507, body: { code: 'quota-exceeded' } });
    await uploads.service.media.remove('reports/large');
    await send({ uploadUrl, chunkSize: 100_000 });
    expect((await uploads.service.store.videos.get(idOf(uploadUrl)))?.sizeBytes).toBe(uploads.video.length);
  });
});

describe('what others do', () => {
  it('is kept apart: an upload is seen, changed and removed by its owner only', async () => {
    const path = new URL(await send({ chunkSize: 40_000, stopAfterBytes: 40_000 })).pathname;
    const tus = { 'tus-resumable': '1.0.0' };
    const patch = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    for (const [method, headers] of Object.entries({ GET: {}, HEAD: tus, PATCH: patch, DELETE: tus }))
      expect((await uploads.service.fetch(path, { method, headers, user: 'mallory' })).status).toBe(404);
    expect((await uploads.service.fetch(path, { method: 'GET', user: 'viewer' })).status).toBe(403);
    expect((await uploads.service.fetch(path, { method: 'GET', user: '' })).status).toBe(401);
    expect((await uploads.service.fetch(path)).status).toBe(200);
  });

  it('cannot be claimed: who owns an upload is not what the client says, and is not told', async () => {
    const path = new URL(
      await send({ chunkSize: 40_000, stopAfterBytes: 40_000, metadata: { filename: 'a', 'vigil-owner': 'eve' } }),
    ).pathname;
    const head = await uploads.service.fetch(path, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    expect(header(head, 'upload-metadata')).toBe('filename YQ==');
    expect((await uploads.service.fetch(path, { user: 'eve' })).status).toBe(404);
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
  const response = await uploads.service.fetch('/api/v1/uploads', { method: 'POST', headers });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    code: expect.any(String),
    message: expect.any(String),
    requestId: expect.any(String),
  });
  expect(uploads.service.unfinished()).toEqual([]);
});
