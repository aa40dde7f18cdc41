import { profileKey } from '@vigil/media-store';
import { encodeProfile } from '@vigil/pipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctionRoutes } from './correction-routes.ts';
import { profileRoutes } from './profile-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { learnSampleProfile } from './testing/sample-profile.ts';
import { addAnalysis, addIncident, addProfile, addVideo } from './testing/sample-records.ts';

let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench((context) => [...profileRoutes(context), ...correctionRoutes(context)]);
  await addVideo(bench.context.store, 'v-1');
});
afterAll(async () => await bench[Symbol.asyncDispose]());

const wholeVideo = [{ videoId: 'v-1', startSeconds: null, endSeconds: null }];

describe('profiles', () => {
  it('are learned from videos and ranges of them, listed and shown', async () => {
    const { store } = bench.context;
    const body = { name: ' Lobby ', footage: [{ videoId: 'v-1' }, { videoId: 'v-1', startSeconds: 5, endSeconds: 9 }] };
    const made = await bench.send({ method: 'POST', url: '/api/v1/profiles', body, as: 'operator' });
    expect(made).toMatchObject({ status: 202, body: { name: 'Lobby', state: 'learning', revision: 0, revisions: [] } });
    const { items } = await store.jobs.list({ limit: 5, filter: { subjectId: made.body.id } });
    expect(items).toMatchObject([{ payload: { extend: false, footage: [wholeVideo[0], body.footage[1]] } }]);
    expect((await bench.send({ url: '/api/v1/profiles', as: 'viewer' })).body.items).toHaveLength(1);
    expect((await bench.send({ url: `/api/v1/profiles/${made.body.id}`, as: 'viewer' })).headers.etag).toBe('"1"');
    const twice = { mode: 'extend', footage: wholeVideo };
    const early = await bench.send({ method: 'POST', url: `/api/v1/profiles/${made.body.id}/learning`, body: twice });
    expect(early).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await bench.send({ method: 'DELETE', url: `/api/v1/profiles/${made.body.id}` })).status).toBe(409);
    expect((await bench.send({ url: `/api/v1/profiles/${made.body.id}/file` })).body.code).toBe('not-found');
  });

  it.each([
    ['without footage', { name: 'x', footage: [] }, 400],
    ['from 101 pieces', { name: 'x', footage: Array.from({ length: 101 }, () => wholeVideo[0]) }, 400],
    [
      'from a range that ends before it starts',
      { name: 'x', footage: [{ videoId: 'v-1', startSeconds: 9, endSeconds: 5 }] },
      400,
    ],
    ['from a negative time', { name: 'x', footage: [{ videoId: 'v-1', startSeconds: -1 }] }, 400],
    ['from a range that ends at once', { name: 'x', footage: [{ videoId: 'v-1', endSeconds: 0 }] }, 400],
    ['without a name', { name: ' ', footage: wholeVideo }, 400],
    ['with a long name', { name: 'x'.repeat(65), footage: wholeVideo }, 400],
    ['from a video that is not there', { name: 'x', footage: [{ videoId: 'v-none' }] }, 404],
  ])('are not learned %s', async (_, body, status) => {
    expect((await bench.send({ method: 'POST', url: '/api/v1/profiles', body })).status).toBe(status);
  });

  it('are renamed', async () => {
    await addProfile(bench.context.store, 'p-name');
    const renamed = await bench.send({ method: 'PATCH', url: '/api/v1/profiles/p-name', body: { name: 'Yard', version: 1 } });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Yard', version: 2 } });
    const late = await bench.send({ method: 'PATCH', url: '/api/v1/profiles/p-name', body: { name: 'Hall', version: 1 } });
    expect(late.body.code).toBe('conflict');
  });

  it.each([
    ['extend', true],
    ['relearn', false],
  ])('%s by a job', async (mode, extend) => {
    const { store } = bench.context;
    await addProfile(store, `p-${mode}`);
    const reply = await bench.send({
      method: 'POST',
      url: `/api/v1/profiles/p-${mode}/learning`,
      body: { mode, footage: wholeVideo },
    });
    expect(reply).toMatchObject({ status: 202, body: { state: 'learning', revision: 2 } });
    const { items } = await store.jobs.list({ limit: 5, filter: { subjectId: `p-${mode}` } });
    expect(items).toMatchObject([{ payload: { extend } }]);
  });

  it('go back to a revision that is kept, and forth again', async () => {
    const { store, media } = bench.context;
    await addProfile(store, 'p-undo');
    const profiles = [await learnSampleProfile('walk-1.mp4', 60), await learnSampleProfile('walk-2.mp4', 90)];
    const files = profiles.map(encodeProfile);
    for (const [index, bytes] of files.entries()) await media.write(profileKey('p-undo', `version-${index + 1}`), bytes);
    const send = (body: object) => bench.send({ method: 'POST', url: '/api/v1/profiles/p-undo/undo', body, as: 'operator' });
    const back = await send({ revision: 1, version: 1 });
    expect(back).toMatchObject({
      status: 200,
      body: {
        revision: 3,
        profileVersion: 'version-1',
        calibrationSeconds: profiles[0].calibrationSeconds,
        sizeBytes: files[0].length,
        sources: profiles[0].sources,
      },
    });
    expect((await send({ revision: 1 })).body.version).toBe(2);
    const forth = await send({ revision: 2 });
    expect(forth.body).toMatchObject({ revision: 4, profileVersion: 'version-2', sources: [{ name: 'walk-2.mp4' }] });
    const undone = await bench.context.store.profiles.get('p-undo');
    expect(undone?.revisions.map(({ change, summary }) => `${change} ${summary}`).slice(2)).toEqual([
      'undone Back to revision 1: v-1.mp4',
      'undone Back to revision 2: v-2.mp4',
    ]);
    expect(await send({ revision: 9 })).toMatchObject({ status: 404, body: { code: 'not-found' } });
    await media.remove(profileKey('p-undo', 'version-1'));
    expect(await send({ revision: 1 })).toMatchObject({ status: 410, body: { code: 'gone' } });
    await media.write(profileKey('p-undo', 'version-1'), 'damaged');
    expect(await send({ revision: 1 })).toMatchObject({ status: 422, body: { code: 'profile-unreadable' } });
    const download = await bench.send({ url: '/api/v1/profiles/p-undo/file', as: 'viewer' });
    expect([download.status, download.headers['content-length'], download.headers['content-disposition']]).toEqual([
      200,
      String(files[1].length),
      'attachment; filename="p-undo.version-2.vigil-profile"',
    ]);
    expect((await bench.send({ url: '/api/v1/profiles/p-undo/file?revision=1' })).text).toBe('damaged');
    expect((await bench.send({ url: '/api/v1/profiles/p-undo/file?revision=0' })).status).toBe(400);
  });

  it('are removed with their files and corrections, unless something uses them', async () => {
    const { store, media } = bench.context;
    await addProfile(store, 'p-Gone');
    await media.write(profileKey('p-Gone', 'version-1'), 'x');
    await addIncident(store, 'i-gone');
    const correction = { incidentIds: ['i-gone'] };
    const preview = await bench.send({ method: 'POST', url: '/api/v1/profiles/p-Gone/corrections', body: correction });
    const remove = () => bench.send({ method: 'DELETE', url: '/api/v1/profiles/p-Gone', as: 'operator' });
    expect((await remove()).status).toBe(409);
    const { items } = await store.jobs.list({ limit: 5, filter: { subjectId: 'p-Gone' } });
    for (const { id } of items) await store.jobs.cancel(id, 'not wanted');
    const analysis = await addAnalysis(store, 'a-uses', { profileId: 'p-Gone', state: 'queued' });
    await store.jobs.enqueue({
      id: 'job-uses',
      payload: { type: 'analyse-video', videoId: 'v-1', analysisId: analysis.id },
      fairnessKey: 'x',
      idempotencyKey: 'uses',
      subjectId: 'v-1',
    });
    expect(await remove()).toMatchObject({ status: 409, body: { details: { usedBy: 'the analysis a-uses' } } });
    await store.jobs.cancel('job-uses', 'not wanted');
    expect((await remove()).status).toBe(204);
    expect(await media.list('profiles/p-gone', 10)).toEqual([]);
    expect((await bench.send({ url: `/api/v1/corrections/${preview.body.id}` })).status).toBe(404);
    expect((await remove()).status).toBe(404);
  });
});

describe('corrections', () => {
  it('are worked out, shown, and applied; what they call normal is dismissed', async () => {
    const { store } = bench.context;
    await addProfile(store, 'p-correct');
    await addIncident(store, 'i-normal');
    await addIncident(store, 'i-judged', { status: 'confirmed' });
    const body = { incidentIds: ['i-normal', 'i-judged', 'i-normal'] };
    const preview = await bench.send({ method: 'POST', url: '/api/v1/profiles/p-correct/corrections', body, as: 'operator' });
    expect(preview).toMatchObject({ status: 202, body: { state: 'working', incidentIds: ['i-normal', 'i-judged'] } });
    const apply = () => bench.send({ method: 'POST', url: `/api/v1/corrections/${preview.body.id}/apply`, as: 'operator' });
    expect((await apply()).body.code).toBe('conflict');
    await store.corrections.update(preview.body.id, (found) => ({ ...found, state: 'ready', vanishing: ['i-normal'] }));
    expect(await apply()).toMatchObject({ status: 202, body: { state: 'applied' } });
    expect(await store.incidents.get('i-normal')).toMatchObject({ status: 'dismissed', reviewedBy: 'The operator' });
    expect(await store.incidents.get('i-judged')).toMatchObject({ status: 'confirmed', reviewedBy: null });
    expect(await store.profiles.get('p-correct')).toMatchObject({ state: 'learning' });
    expect((await apply()).status).toBe(202);
    const { items } = await store.jobs.list({ limit: 5, filter: { subjectId: 'p-correct', type: 'learn-profile' } });
    expect(items).toHaveLength(1);
    const list = await bench.send({ url: '/api/v1/corrections?profileId=p-correct', as: 'viewer' });
    expect(list.body.items.map(({ id }) => id)).toEqual([preview.body.id]);
    expect(await store.audit.count({ action: 'correction.apply' }, 10)).toBe(1);
  });

  it('are refused where the profile was changed since', async () => {
    const { store } = bench.context;
    await addProfile(store, 'p-moved');
    await addIncident(store, 'i-moved');
    const body = { incidentIds: ['i-moved'] };
    const { id } = (await bench.send({ method: 'POST', url: '/api/v1/profiles/p-moved/corrections', body })).body;
    await store.corrections.update(id, (found) => ({ ...found, state: 'ready' }));
    await store.profiles.update('p-moved', (found) => ({ ...found, profileVersion: 'another' }));
    expect((await bench.send({ method: 'POST', url: `/api/v1/corrections/${id}/apply` })).body.code).toBe('conflict');
    expect((await store.incidents.get('i-moved'))?.status).toBe('new');
  });

  it.each([
    ['p-none', { incidentIds: ['i-1'] }, 404],
    ['p-correct', { incidentIds: ['i-none'] }, 404],
    ['p-correct', { incidentIds: [] }, 400],
    ['p-correct', { incidentIds: Array.from({ length: 101 }, (_, n) => `i-${n}`) }, 400],
    ['p-correct', { incidentIds: 'i-1' }, 400],
  ])('of %s are not worked out for %j', async (id, body, status) => {
    expect((await bench.send({ method: 'POST', url: `/api/v1/profiles/${id}/corrections`, body })).status).toBe(status);
  });
});

it.each([
  ['POST', '/api/v1/profiles'],
  ['PATCH', '/api/v1/profiles/x'],
  ['DELETE', '/api/v1/profiles/x'],
  ['POST', '/api/v1/profiles/x/learning'],
  ['POST', '/api/v1/profiles/x/undo'],
  ['POST', '/api/v1/profiles/x/corrections'],
  ['POST', '/api/v1/corrections/x/apply'],
] as const)('%s %s is for operators', async (method, url) => {
  expect((await bench.send({ method, url, as: 'viewer' })).status).toBe(403);
  expect((await bench.send({ method, url, as: null })).status).toBe(401);
});
