import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { get as httpGet } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Video } from '@vigil/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mediaRoutes } from './media-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { addAnalysis, addIncident, addVideo } from './testing/sample-records.ts';

const content = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
const sha256 = createHash('sha256').update(content).digest('hex');
/** What an open file descriptor of this process is of; nothing where it was closed meanwhile. */
const linkOf = (name: string): string => {
  try {
    return readlinkSync(`/proc/self/fd/${name}`);
  } catch {
    return '';
  }
};
let bench: ApiBench;
let video: Video;

beforeEach(async () => {
  bench = await openApiBench(mediaRoutes);
  const { store, media } = bench.context;
  const path = join(bench.folder, 'upload');
  await writeFile(path, content);
  await media.adoptOriginal(path);
  video = await addVideo(store, 'v-1', { name: 'Straße "1".mp4', sha256, sizeBytes: 1000 });
  await addAnalysis(store, 'a-1');
  await addIncident(store, 'i-1', { keyFrame: 'key-frames/i-1.jpg', clip: 'clips/i-1.mp4', sourceName: 'Straße "1".mp4' });
  await addIncident(store, 'i-2');
  await media.write('evidence/a-1/report.html', '<title>Report</title>');
  await media.write('evidence/a-1/clips/i-1.mp4', 'clip');
  await media.write('evidence/a-1/key-frames/i-1.jpg', 'picture');
  await media.write(`previews/${sha256}/poster.jpg`, 'poster');
  await media.write(`previews/${sha256}/sprite.json`, '{}');
});
afterEach(async () => await bench[Symbol.asyncDispose]());

const original = '/api/v1/videos/v-1/original';

async function get(url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') {
  const reply = await bench.app.inject({ method, url, headers: { 'x-test-role': 'viewer', ...headers } });
  return { status: reply.statusCode, headers: reply.headers, bytes: reply.rawPayload, text: reply.body };
}

describe('an original', () => {
  it('is sent whole, with all that a player needs', async () => {
    const { status, headers, bytes } = await get(original);
    expect(status).toBe(200);
    expect(bytes).toEqual(content);
    expect(headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '1000',
      'accept-ranges': 'bytes',
      etag: `"${sha256}"`,
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename="Stra_e _1_.mp4"; filename*=UTF-8''Stra%C3%9Fe%20%221%22.mp4`,
    });
    const saved = await get(`${original}?download=true`);
    expect(saved.headers['content-disposition']).toMatch(/^attachment; /);
  });

  it('is sent in part', async () => {
    const { status, headers, bytes } = await get(original, { range: 'bytes=100-199' });
    expect(status).toBe(206);
    expect(headers).toMatchObject({ 'content-range': 'bytes 100-199/1000', 'content-length': '100' });
    expect(bytes).toEqual(content.subarray(100, 200));
    expect((await get(original, { range: 'bytes=-1' })).bytes).toEqual(content.subarray(999));
    expect((await get(original, { range: 'bytes=0-0,5-6' })).status).toBe(200);
  });

  it('tells its size where the part lies outside', async () => {
    const { status, headers, text } = await get(original, { range: 'bytes=1000-' });
    expect(status).toBe(416);
    expect(headers['content-range']).toBe('bytes */1000');
    expect(JSON.parse(text)).toMatchObject({ code: 'range-unsatisfiable', details: { sizeBytes: 1000 } });
  });

  it('is sent in part only while it is the same', async () => {
    const { headers } = await get(original);
    const modified = String(headers['last-modified']);
    const range = 'bytes=0-9';
    expect((await get(original, { range, 'if-range': `"${sha256}"` })).status).toBe(206);
    expect((await get(original, { range, 'if-range': modified })).status).toBe(206);
    expect((await get(original, { range, 'if-range': '"other"' })).status).toBe(200);
    expect((await get(original, { range: 'bytes=5000-', 'if-range': '"other"' })).status).toBe(200);
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await get(original);
    for (const condition of [
      { 'if-none-match': `"${sha256}"` },
      { 'if-none-match': `"a", W/"${sha256}"` },
      { 'if-none-match': '*' },
      { 'if-modified-since': String(headers['last-modified']) },
    ]) {
      const { status, bytes } = await get(original, condition);
      expect(status).toBe(304);
      expect(bytes).toHaveLength(0);
    }
    expect((await get(original, { 'if-none-match': '"a"' })).status).toBe(200);
    expect((await get(original, { 'if-modified-since': 'yesterday' })).status).toBe(200);
  });

  it('is told of by HEAD, without range and body', async () => {
    const { status, headers, bytes } = await get(original, { range: 'bytes=0-9' }, 'HEAD');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-length': '1000', etag: `"${sha256}"` });
    expect(bytes).toHaveLength(0);
  });

  it('is gone once the retention has removed it', async () => {
    const { store, media } = bench.context;
    await store.videos.update('v-1', (record) => ({ ...record, originalRemoved: true }));
    expect((await get(original)).status).toBe(410);
    await store.videos.update('v-1', (record) => ({ ...record, originalRemoved: false }));
    await media.remove(`originals/${sha256.slice(0, 2)}/${sha256}`);
    expect((await get(original)).status).toBe(404);
  });

  it('is sent to many at once while they go away in the middle', async () => {
    const { app, context, folder } = bench;
    const large = join(folder, 'large');
    await writeFile(large, Buffer.alloc(20_000_000, 1));
    const adopted = await context.media.adoptOriginal(large);
    await addVideo(context.store, 'v-2', { sha256: adopted.sha256, sizeBytes: adopted.sizeBytes });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/v1/videos/v-2/original`;
    const headers = { 'x-test-role': 'viewer' };
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const request = httpGet(address, { headers, agent: false });
        request.on('response', (response) => response.on('error', () => undefined).once('data', () => request.destroy()));
        request.on('error', () => undefined);
        await once(request, 'close');
      }),
    );
    const whole = await fetch(address, { headers });
    expect((await whole.arrayBuffer()).byteLength).toBe(20_000_000);
    const isOpen = (): boolean => readdirSync('/proc/self/fd').some((name) => linkOf(name).endsWith(adopted.sha256));
    await vi.waitFor(() => expect(isOpen()).toBe(false), { timeout: 20_000 });
  });
});

describe('evidence and previews', () => {
  it('are sent with their types', async () => {
    const types = await Promise.all(
      [
        '/api/v1/incidents/i-1/clip',
        '/api/v1/incidents/i-1/key-frame',
        '/api/v1/videos/v-1/poster',
        '/api/v1/videos/v-1/sprite.json',
        '/api/v1/analyses/a-1/report',
        '/api/v1/analyses/a-1/clips/i-1.mp4',
      ].map(async (url) => {
        const { status, headers, text } = await get(url);
        return [status, headers['content-type'], text];
      }),
    );
    expect(types).toEqual([
      [200, 'video/mp4', 'clip'],
      [200, 'image/jpeg', 'picture'],
      [200, 'image/jpeg', 'poster'],
      [200, 'application/json; charset=utf-8', '{}'],
      [200, 'text/html; charset=utf-8', '<title>Report</title>'],
      [200, 'video/mp4', 'clip'],
    ]);
    const { headers } = await get('/api/v1/incidents/i-1/clip?download=true', { range: 'bytes=1-2' });
    expect(headers['content-range']).toBe('bytes 1-2/4');
    expect(headers['content-disposition']).toContain('attachment; filename="Stra_e _1_-i-1.mp4"');
  });

  it('let a report load nothing but its own, and be framed by nobody else', async () => {
    const { headers } = await get('/api/v1/analyses/a-1/report');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'self'$/);
  });

  it.each([
    ['/api/v1/incidents/i-2/clip', 404],
    ['/api/v1/incidents/none/clip', 404],
    ['/api/v1/videos/v-1/sprite', 404],
    ['/api/v1/videos/none/original', 404],
    ['/api/v1/analyses/a-1/clips/none.mp4', 410],
    ['/api/v1/analyses/a-1/clips/..%2Freport.html', 400],
    ['/api/v1/videos/v-1/original?download=perhaps', 400],
  ])('are refused at %s', async (url, status) => {
    expect((await get(url)).status).toBe(status);
  });

  it('are gone with their video', async () => {
    const { store, media } = bench.context;
    await store.videos.replace({ ...video, originalRemoved: true });
    await media.remove('evidence/a-1');
    for (const url of ['/api/v1/incidents/i-1/clip', '/api/v1/incidents/i-1/key-frame', '/api/v1/analyses/a-1/report'])
      expect((await get(url)).status).toBe(410);
  });
});

it('shows nothing to who is not signed in', async () => {
  for (const url of [original, '/api/v1/incidents/i-1/clip', '/api/v1/analyses/a-1/report', '/api/v1/videos/v-1/poster'])
    expect((await bench.send({ url, as: null })).status).toBe(401);
});
