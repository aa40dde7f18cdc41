import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analysisKey, previewKey } from '@vigil/media-store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisRoutes } from './analysis-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { addAnalysis, addIncident, addVideo } from './testing/sample-records.ts';
import { removeUnusedContent } from '../videos/remove-unused-content.ts';
import { videoRoutes } from './video-routes.ts';

let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench((context) => [...videoRoutes(context), ...analysisRoutes(context)]);
});
afterAll(async () => await bench[Symbol.asyncDispose]());

/** Stores a file as an upload did so many minutes ago. */
async function storeOriginal(content: string, minutesAgo: number): Promise<{ sha256: string; key: string }> {
  const { media, clock } = bench.context;
  const path = join(bench.folder, 'original');
  await writeFile(path, content);
  const { sha256, key } = await media.adoptOriginal(path);
  const seconds = clock() / 1000 - minutesAgo * 60;
  await utimes(await media.pathOf(key), seconds, seconds);
  return { sha256, key };
}

describe('videos', () => {
  it('are listed page by page with filters', async () => {
    const { store } = bench.context;
    for (const n of [1, 2, 3]) await addVideo(store, `list-${n}`, { name: `hall ${n}`, sourceId: n === 3 ? 'yard' : null });
    const first = await bench.send({ url: '/api/v1/videos?limit=2&text=hall&order=oldest-first', as: 'viewer' });
    expect(first.body.items.map(({ id }) => id)).toEqual(['list-1', 'list-2']);
    const next = await bench.send({
      url: `/api/v1/videos?limit=2&text=hall&order=oldest-first&cursor=${encodeURIComponent(first.body.nextCursor)}`,
    });
    expect(next.body).toMatchObject({ items: [{ id: 'list-3' }], nextCursor: null });
    expect((await bench.send({ url: '/api/v1/videos?sourceId=yard' })).body.items).toHaveLength(1);
    expect((await bench.send({ url: '/api/v1/videos?before=2000-01-01T00:00:00Z' })).body.items).toEqual([]);
  });

  it('are renamed, moved and held, with the version that the change was made on', async () => {
    await addVideo(bench.context.store, 'change');
    const body = { name: ' lobby.mp4 ', sourceId: 'lobby', held: true };
    const changed = await bench.send({ method: 'PATCH', url: '/api/v1/videos/change', body, headers: { 'if-match': '"1"' } });
    expect(changed).toMatchObject({ status: 200, body: { name: 'lobby.mp4', sourceId: 'lobby', held: true, version: 2 } });
    expect(changed.headers.etag).toBe('"2"');
    const late = await bench.send({ method: 'PATCH', url: '/api/v1/videos/change', body: { name: 'x', version: 1 } });
    expect(late).toMatchObject({ status: 409, body: { code: 'conflict', details: { version: 2, madeOn: 1 } } });
    const same = await bench.send({ method: 'PATCH', url: '/api/v1/videos/change', body: { held: true } });
    expect(same.body.version).toBe(2);
    const { items } = await bench.context.store.audit.list({ limit: 10, filter: { target: 'video:change' } });
    expect(items.map(({ action, details }) => ({ action, details }))).toEqual([
      { action: 'video.change', details: { name: 'lobby.mp4', sourceId: 'lobby', held: true } },
    ]);
  });

  it.each([
    ['a header that names no version', {}, { 'if-match': 'W/"x"' }],
    ['a name of spaces', { name: '   ' }, {}],
    ['a field that is none', { sha256: 'x' }, {}],
    ['a source that is no id', { sourceId: '../etc' }, {}],
    ['an array', [], {}],
  ])('refuse %s', async (_, body, headers) => {
    const reply = await bench.send({ method: 'PATCH', url: '/api/v1/videos/change', body, headers });
    expect(reply).toMatchObject({ status: 400, body: { code: 'bad-request' } });
  });

  it('are removed with everything that belongs to them', async () => {
    const { store, media } = bench.context;
    const { sha256, key } = await storeOriginal('not really a video', 11);
    await addVideo(store, 'v-gone', { sha256 });
    await addAnalysis(store, 'a-gone', { videoId: 'v-gone' });
    for (const n of [1, 2]) await addIncident(store, `i-gone-${n}`, { videoId: 'v-gone' });
    await media.write(`${analysisKey('a-gone')}/incidents.json`, '{}');
    await media.write(`${previewKey(sha256)}/poster.jpg`, 'x');
    const { newest } = await store.events.range();
    expect((await bench.send({ method: 'DELETE', url: '/api/v1/videos/v-gone', as: 'operator' })).status).toBe(204);
    expect(await store.incidents.count({ videoId: 'v-gone' }, 10)).toBe(0);
    expect([await store.videos.get('v-gone'), await store.analyses.get('a-gone'), await media.stat(key)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await media.list('evidence', 10)).toEqual([]);
    const told = (await store.events.after(newest, 100)).map(({ topic, type, record }) => [topic, type, record.id]);
    expect(told.filter(([topic]) => topic === 'incident')).toHaveLength(2);
    expect(told.at(-1)).toEqual(['video', 'end', 'v-gone']);
    expect((await bench.send({ method: 'DELETE', url: '/api/v1/videos/v-gone' })).status).toBe(404);
  });

  it('of the same content keep their shared original', async () => {
    const { store, media } = bench.context;
    const { sha256, key } = await storeOriginal('uploaded twice', 11);
    for (const id of ['twin-1', 'twin-2']) await addVideo(store, id, { sha256 });
    await bench.send({ method: 'DELETE', url: '/api/v1/videos/twin-1' });
    expect(await media.stat(key)).not.toBeNull();
    await bench.send({ method: 'DELETE', url: '/api/v1/videos/twin-2' });
    expect(await media.stat(key)).toBeNull();
  });

  it('leave their files to the retention where an upload of the same content may be about to refer to them', async () => {
    const { store, media } = bench.context;
    const { sha256, key } = await storeOriginal('uploaded a moment ago', 9);
    await addVideo(store, 'v-young', { sha256 });
    await media.write(`${previewKey(sha256)}/poster.jpg`, 'x');
    expect((await bench.send({ method: 'DELETE', url: '/api/v1/videos/v-young' })).status).toBe(204);
    expect(await store.videos.get('v-young')).toBeNull();
    expect([await media.stat(key), await media.stat(`${previewKey(sha256)}/poster.jpg`)]).not.toContain(null);
    const later = { ...bench.context, clock: () => Date.now() + 2 * 60_000 };
    expect(await removeUnusedContent(later, sha256, 0)).toBe(true);
    expect([await media.stat(key), await media.stat(`${previewKey(sha256)}/poster.jpg`)]).toEqual([null, null]);
  });

  it.each([
    ['held', { held: true }, {}],
    ['with a held incident', {}, { held: true }],
    ['with a confirmed incident', {}, { status: 'confirmed' as const }],
  ])('stay while they are %s', async (name, video, incident) => {
    const id = `stays-${name.replaceAll(' ', '-')}`;
    await addVideo(bench.context.store, id, video);
    await addIncident(bench.context.store, `i-${id}`, { videoId: id, ...incident });
    const reply = await bench.send({ method: 'DELETE', url: `/api/v1/videos/${id}?force=true` });
    expect(reply).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await bench.context.store.incidents.get(`i-${id}`)).not.toBeNull();
  });
});

describe('analyses', () => {
  it('are asked for, once while they have not ended, listed, and cancelled', async () => {
    const { store } = bench.context;
    await addVideo(store, 'v-again');
    const order = { method: 'POST', url: '/api/v1/videos/v-again/analyses', body: {}, as: 'operator' } as const;
    const first = await bench.send(order);
    expect(first).toMatchObject({ status: 202, body: { videoId: 'v-again', state: 'queued', budgetIncidentsPerDay: 5 } });
    expect((await bench.send(order)).body.id).toBe(first.body.id);
    const other = await bench.send({ ...order, body: { budgetIncidentsPerDay: 1 } });
    expect(other.body.id).not.toBe(first.body.id);
    const list = await bench.send({ url: '/api/v1/analyses?videoId=v-again', as: 'viewer' });
    expect(list.body.items.map(({ id }) => id).toSorted()).toEqual([first.body.id, other.body.id].toSorted());
    const blocked = await bench.send({ method: 'DELETE', url: '/api/v1/videos/v-again' });
    expect(blocked).toMatchObject({ status: 409, body: { details: { jobs: expect.any(Array) } } });
    const cancelled = await bench.send({ method: 'POST', url: `/api/v1/analyses/${first.body.id}/cancel`, as: 'operator' });
    expect(cancelled).toMatchObject({ status: 202, body: { state: 'cancelled' } });
    const again = await bench.send({ method: 'POST', url: `/api/v1/analyses/${first.body.id}/cancel` });
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await bench.send({ method: 'DELETE', url: '/api/v1/videos/v-again?force=true' })).status).toBe(204);
    expect((await store.jobs.get(other.body.jobId))?.state).toBe('cancelled');
  });

  it.each([
    ['a video that is not there', 'v-none', {}, 404, 'not-found'],
    ['a profile that is not there', 'list-1', { profileId: 'p-none' }, 404, 'profile-missing'],
    ['no budget at all', 'list-1', { budgetIncidentsPerDay: 0 }, 400, 'bad-request'],
    ['a field that is none', 'list-1', { profile: 'x' }, 400, 'bad-request'],
  ])('refuse %s', async (_, id, body, status, code) => {
    expect(await bench.send({ method: 'POST', url: `/api/v1/videos/${id}/analyses`, body })).toMatchObject({
      status,
      body: { code },
    });
  });

  it('of a video whose original was removed are refused as gone', async () => {
    await addVideo(bench.context.store, 'v-removed', { originalRemoved: true });
    const reply = await bench.send({ method: 'POST', url: '/api/v1/videos/v-removed/analyses', body: {} });
    expect(reply).toMatchObject({ status: 410, body: { code: 'gone' } });
  });

  it('give their complete result, and say why where there is none', async () => {
    const { store, media } = bench.context;
    await addAnalysis(store, 'A-With.Result');
    await media.write(`${analysisKey('A-With.Result')}/incidents.json`, '{"format":"vigil-analysis"}');
    const reply = await bench.send({ url: '/api/v1/analyses/A-With.Result/result', as: 'viewer' });
    expect(reply).toMatchObject({ status: 200, body: { format: 'vigil-analysis' } });
    await addAnalysis(store, 'a-removed');
    expect((await bench.send({ url: '/api/v1/analyses/a-removed/result' })).body.code).toBe('gone');
    await addAnalysis(store, 'a-running', { state: 'running' });
    expect((await bench.send({ url: '/api/v1/analyses/a-running/result' })).body.code).toBe('not-found');
    expect((await bench.send({ url: '/api/v1/analyses/a-none' })).status).toBe(404);
  });
});

it.each([
  ['PATCH', '/api/v1/videos/x'],
  ['DELETE', '/api/v1/videos/x'],
  ['POST', '/api/v1/videos/x/analyses'],
  ['POST', '/api/v1/analyses/x/cancel'],
] as const)('%s %s is for operators', async (method, url) => {
  expect((await bench.send({ method, url, as: 'viewer' })).status).toBe(403);
  expect((await bench.send({ method, url, as: null })).status).toBe(401);
});
