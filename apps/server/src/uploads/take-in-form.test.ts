import { request as httpRequest } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uploadResultsSchema, VigilError } from '@vigil/contracts';
import { makeMedia, steadyTimes } from '@vigil/media/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { uploadRoutes } from '../api/upload-routes.ts';
import { repairUploads } from './repair-uploads.ts';
import { UploadService } from './testing/upload-service.ts';
import { UploadDesk } from './upload-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-form-files-'));
let video: Buffer<ArrayBuffer>;
let service: UploadService;

beforeAll(() => {
  const [width, height] = [64, 48];
  makeMedia(join(folder, 'a.mp4'), {
    width,
    height,
    times: steadyTimes(10, 10),
    paint: (index) => new Uint8Array(width * height * 3).fill(index * 20),
  });
  video = readFileSync(join(folder, 'a.mp4'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  service = await UploadService.start({ routes: uploadRoutes, environment: { MAX_FILE_SIZE: '100000' } });
});
afterEach(async () => await service[Symbol.asyncDispose]());

function form(files: Record<string, Uint8Array<ArrayBuffer> | string>, fields: Record<string, string> = {}): FormData {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) body.append('file', new Blob([content]), name);
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return body;
}

const post = async (body: FormData): Promise<Response> => await service.fetch('/api/v1/videos', { method: 'POST', body });
const nothingLeft = async (): Promise<void> => {
  expect(service.unfinished()).toEqual([]);
  expect(await service.media.list('originals', 1)).toEqual([]);
  expect((await service.store.videos.list({ limit: 1 })).items).toEqual([]);
};

it('makes a video of each file, with the wishes of the form', async () => {
  const response = await post(form({ 'one.mp4': video, 'zwei ü.mp4': video }, { sourceId: 'gate', budget: '3', profileId: '' }));
  expect(response.status).toBe(201);
  const { results } = uploadResultsSchema.parse(await response.json());
  expect(results.map(({ name, error }) => ({ name, error }))).toEqual([
    { name: 'one.mp4', error: null },
    { name: 'zwei ü.mp4', error: null },
  ]);
  for (const { video: stored, analysis } of results) {
    expect(stored).toMatchObject({ sourceId: 'gate', uploadedBy: 'olga', latestAnalysisId: analysis?.id });
    expect(analysis).toMatchObject({ videoId: stored?.id, budgetIncidentsPerDay: 3 });
  }
  expect(service.unfinished()).toEqual([]);
});

it('takes the good files and tells of each of the others', async () => {
  const response = await post(
    form({ 'bad.mp4': 'text', 'good.mp4': video, 'large.mp4': new Uint8Array(200_000) }, { analyse: 'false' }),
  );
  expect(response.status).toBe(201);
  const { results } = uploadResultsSchema.parse(await response.json());
  expect(results.map(({ name, video: stored, error }) => [name, stored !== null, error?.code ?? null])).toEqual([
    ['bad.mp4', false, 'not-media'],
    ['good.mp4', true, null],
    ['large.mp4', false, 'too-large'],
  ]);
  expect(service.unfinished()).toEqual([]);
});

it('is the error of the first where all are refused', async () => {
  const one = await post(form({ '..\\..\\bad\u0000.mp4': 'text' }));
  expect(one.status).toBe(415);
  expect(await one.json()).toMatchObject({ code: 'not-media', message: expect.stringContaining('bad.mp4') });
  const both = await post(form({ 'a.mp4': 'text', 'b.mp4': '' }));
  expect(await both.json()).toMatchObject({ code: 'not-media', details: { results: [{ name: 'a.mp4' }, { name: 'b.mp4' }] } });
  await nothingLeft();
});

it('stores a video that cannot be analysed as asked, and says why', async () => {
  const response = await post(form({ 'a.mp4': video }, { profileId: 'none' }));
  expect(response.status).toBe(201);
  const { results } = uploadResultsSchema.parse(await response.json());
  expect(results[0]).toMatchObject({ video: { name: 'a.mp4' }, analysis: null, error: { code: 'profile-missing' } });
});

it.each([
  ['no file', form({}, { sourceId: 'gate' })],
  ['a source that is none', form({ 'a.mp4': 'text' }, { sourceId: '../gate' })],
  ['a wish that is none', form({ 'a.mp4': 'text' }, { analyse: 'perhaps' })],
  ['a field that is too long', form({ 'a.mp4': 'text' }, { sourceId: 'x'.repeat(5000) })],
])('refuses a form with %s', async (_, body) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'bad-request', message: expect.stringContaining('form') });
  await nothingLeft();
});

it.each([
  ['nothing in it', 'multipart/form-data; boundary=x', ''],
  ['no boundary', 'multipart/form-data', 'x'],
  [
    'an end too early',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
  ],
  ['another type', 'application/json', '{}'],
])('refuses a body with %s', async (_, type, body) => {
  const response = await service.fetch('/api/v1/videos', { method: 'POST', headers: { 'content-type': type }, body });
  expect([400, 415]).toContain(response.status);
  expect(await response.json()).toMatchObject({ code: expect.any(String) });
  await nothingLeft();
});

it('leaves nothing of a form that breaks off', async () => {
  const sending = httpRequest(`${service.address}/api/v1/videos`, {
    method: 'POST',
    headers: { 'x-user': 'olga', 'content-type': 'multipart/form-data; boundary=x', 'content-length': '100000' },
  });
  const failed = new Promise((resolve) => sending.on('error', resolve));
  sending.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n');
  sending.write(Buffer.alloc(50_000));
  await vi.waitFor(() => expect(service.unfinished()).toHaveLength(1), { timeout: 20_000 });
  sending.destroy();
  await failed;
  await vi.waitFor(() => expect(service.unfinished()).toEqual([]), { timeout: 20_000 });
});

it('is for those who may upload', async () => {
  for (const [user, status] of [
    ['viewer', 403],
    ['', 401],
  ] as const)
    expect((await service.fetch('/api/v1/videos', { method: 'POST', body: form({ 'a.mp4': video }), user })).status).toBe(status);
  await nothingLeft();
});

it('completes at the next start what was cut off after the video was stored', async () => {
  const { analyses } = service.store;
  const insert = vi.spyOn(analyses, 'insert').mockRejectedValue(new VigilError('store-unavailable', 'The store is away'));
  expect((await post(form({ 'a.mp4': video }, { budget: '3' }))).status).toBe(503);
  insert.mockRestore();
  const [stored] = (await service.store.videos.list({ limit: 2 })).items;
  expect(stored).toMatchObject({ name: 'a.mp4', latestAnalysisId: null });
  expect(await repairUploads(new UploadDesk(service.context))).toEqual({ takenIn: 1, removed: 0 });
  const { items } = await analyses.list({ limit: 2 });
  expect(items).toMatchObject([{ videoId: stored.id, budgetIncidentsPerDay: 3, state: 'queued' }]);
  expect(service.unfinished()).toEqual([]);
  expect(await repairUploads(new UploadDesk(service.context))).toEqual({ takenIn: 0, removed: 0 });
});
