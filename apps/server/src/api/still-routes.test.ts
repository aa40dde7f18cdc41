import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeMedia, steadyTimes } from '@vigil/media/testing';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { stillRoutes } from './still-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { addVideo } from './testing/sample-records.ts';

const [width, height, framesPerSecond] = [64, 48, 5];
let bench: ApiBench;
let sha256: string;

/** A gray that tells the second. */
const grayOf = (seconds: number): number => 20 + 8 * seconds;

beforeEach(async () => {
  bench = await openApiBench(stillRoutes);
  const { store, media } = bench.context;
  const path = join(bench.folder, 'upload');
  const paint = (index: number) => new Uint8Array(width * height * 3).fill(grayOf(Math.floor(index / framesPerSecond)));
  makeMedia(path, { width, height, times: steadyTimes(20 * framesPerSecond, framesPerSecond), paint });
  ({ sha256 } = await media.adoptOriginal(path));
  await addVideo(store, 'v-1', { name: 'gate.mp4', sha256, durationSeconds: 20, width, height });
});
afterEach(() => bench[Symbol.asyncDispose]());

async function frame(seconds: string | number, role = 'viewer') {
  const url = `/api/v1/videos/v-1/frame?seconds=${seconds}`;
  return await bench.app.inject({ method: 'GET', url, headers: { 'x-test-role': role } });
}

async function meanGray(jpeg: Buffer): Promise<number> {
  const { channels } = await sharp(jpeg).greyscale().stats();
  return channels[0].mean;
}

it('takes the picture at a moment, early and late in the video, and keeps it', async () => {
  const [early, late] = [await frame(3.5), await frame(17.5)];
  expect([early.statusCode, late.statusCode]).toEqual([200, 200]);
  expect(early.headers['content-type']).toBe('image/jpeg');
  expect(Math.abs((await meanGray(early.rawPayload)) - grayOf(3))).toBeLessThan(4);
  expect(Math.abs((await meanGray(late.rawPayload)) - grayOf(17))).toBeLessThan(4);
  const { media } = bench.context;
  const kept = await media.list(`previews/${sha256}`, 10);
  expect(kept.map(({ key }) => key.split('/').at(-1))).toEqual(['175.jpg', '35.jpg']);
  await media.remove(`originals/${sha256.slice(0, 2)}/${sha256}`);
  expect((await frame(3.52)).rawPayload).toEqual(early.rawPayload);
});

it('is the last picture where the video ends before, and one picture for who asks at the same time', async () => {
  const [a, b] = await Promise.all([frame(500), frame(500)]);
  expect(a.statusCode).toBe(200);
  expect(a.rawPayload).toEqual(b.rawPayload);
  expect(Math.abs((await meanGray(a.rawPayload)) - grayOf(19))).toBeLessThan(4);
});

it('refuses moments that are none, and videos that are not there', async () => {
  for (const seconds of ['-1', 'x', '', '1e9']) expect((await frame(seconds)).statusCode).toBe(400);
  expect((await bench.send({ url: '/api/v1/videos/none/frame?seconds=1' })).status).toBe(404);
  expect((await bench.send({ url: '/api/v1/videos/v-1/frame?seconds=1', as: null })).status).toBe(401);
});

it('is gone with the original, and says so without a path of the server where a file cannot be read', async () => {
  const { store, media } = bench.context;
  await store.videos.update('v-1', (record) => ({ ...record, originalRemoved: true }));
  expect((await frame(2)).statusCode).toBe(410);
  const path = join(bench.folder, 'text');
  await writeFile(path, 'no video at all, but some text');
  const text = await media.adoptOriginal(path);
  await addVideo(store, 'v-2', { name: 'notes.mp4', sha256: text.sha256 });
  const { status, text: body } = await bench.send({ url: '/api/v1/videos/v-2/frame?seconds=1' });
  expect(status).toBe(415);
  expect(body).toContain('notes.mp4');
  expect(body).not.toContain(bench.folder);
});
