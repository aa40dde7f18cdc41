import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { makeMedia, steadyTimes } from '@vigil/media/testing';
import type { Store } from '@vigil/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploadRoutes } from '../api/upload-routes.ts';
import type { ServerContext } from '../server-context.ts';
import { UploadService } from './testing/upload-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-upload-faults-'));
const tus = { 'tus-resumable': '1.0.0' };
let video: Buffer<ArrayBuffer>;

beforeAll(() => {
  const [width, height] = [160, 120];
  const paint = (index: number): Uint8Array =>
    Uint8Array.from({ length: width * height * 3 }, (_, at) => Math.imul(at + index * 7919, 2_654_435_761) >>> 24);
  makeMedia(join(folder, 'noise.mp4'), { width, height, times: steadyTimes(20, 10), paint });
  video = readFileSync(join(folder, 'noise.mp4'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts an upload; returns its path. */
async function create(service: UploadService): Promise<string> {
  const headers = {
    ...tus,
    'upload-length': String(video.length),
    'upload-metadata': `filename ${btoa('a.mp4')},analyse ${btoa('false')}`,
  };
  const response = await service.fetch('/api/v1/uploads', { method: 'POST', headers });
  expect([response.status, await response.text()]).toEqual([201, '']);
  return new URL(response.headers.get('location') ?? '', response.url).pathname;
}

async function sendPart(service: UploadService, path: string, start: number, end: number): Promise<Response> {
  const headers = { ...tus, 'upload-offset': String(start), 'content-type': 'application/offset+octet-stream' };
  return await service.fetch(path, { method: 'PATCH', headers, body: video.subarray(start, end) });
}

const offsetOf = async (service: UploadService, path: string): Promise<number> =>
  Number((await service.fetch(path, { method: 'HEAD', headers: tus })).headers.get('upload-offset'));

it('acknowledges no upload while the store is away, and loses none', async () => {
  let isAway = true;
  const routes = (context: ServerContext) => {
    const insert: Store['videos']['insert'] = async (record) => {
      if (isAway) throw new VigilError('store-unavailable', 'The database does not answer');
      return await context.store.videos.insert(record);
    };
    return uploadRoutes({ ...context, store: { ...context.store, videos: { ...context.store.videos, insert } } });
  };
  await using service = await UploadService.start({ routes });
  const path = await create(service);
  const last = await sendPart(service, path, 0, video.length);
  expect(last.status).toBe(503);
  expect(await last.json()).toMatchObject({ code: 'store-unavailable' });
  expect((await service.fetch(path, { method: 'HEAD', headers: tus })).status).toBe(503);
  isAway = false;
  expect(await offsetOf(service, path)).toBe(video.length);
  expect(await service.store.videos.get(path.split('/').at(-1) ?? '')).toMatchObject({ sizeBytes: video.length, name: 'a.mp4' });
  expect(await service.media.list('originals', 10)).toHaveLength(1);
  expect(service.unfinished()).toEqual([]);
});

const data = join(folder, 'data');
const disk = join(data, 'media');
mkdirSync(disk, { recursive: true });
const shell = (command: string): number | null => spawnSync('sh', ['-c', command, disk]).status;
const isMounted = shell('mount -t tmpfs -o size=2m none "$0"') === 0;

describe.skipIf(!isMounted)('on a disk of its own (needs the right to mount one)', () => {
  afterAll(() => {
    shell('umount "$0"');
  });

  it('an upload stops where the disk is full, and goes on once there is room', async () => {
    const service = await UploadService.start({ routes: uploadRoutes, folder: data });
    const path = await create(service);
    const half = Math.floor(video.length / 2);
    expect((await sendPart(service, path, 0, half)).status).toBe(204);
    writeFileSync(join(disk, 'others'), Buffer.alloc(2 ** 21 - half - 50_000));
    const refused = await sendPart(service, path, half, video.length);
    expect(refused.status).toBe(507);
    expect(await refused.json()).toMatchObject({ code: 'disk-full' });
    const offset = await offsetOf(service, path);
    expect(offset).toBeGreaterThanOrEqual(half);
    rmSync(join(disk, 'others'));
    expect((await sendPart(service, path, offset, video.length)).status).toBe(204);
    const stored = await service.store.videos.get(path.split('/').at(-1) ?? '');
    expect(stored?.sizeBytes).toBe(video.length);
    // The folder of the disk cannot be removed while the disk is there.
    await service.stop();
  });
});
