import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluationRoutes } from './evaluation-routes.ts';
import { labelSetRoutes } from './label-set-routes.ts';
import { addVideo } from './testing/sample-records.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';

const fall = { startSeconds: 2, endSeconds: 4.02, kind: 'fall' };
let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench((context) => [...labelSetRoutes(context), ...evaluationRoutes(context)]);
  for (const id of ['v-1', 'v-2', 'v-3']) await addVideo(bench.context.store, id);
});
afterAll(() => bench[Symbol.asyncDispose]());

const make = async () =>
  (await bench.send({ method: 'POST', url: '/api/v1/label-sets', body: { name: 'Gate' }, as: 'operator' })).body.id;
const change = (id: string, body: object) =>
  bench.send({ method: 'PATCH', url: `/api/v1/label-sets/${id}`, body, as: 'operator' });

describe('label sets', () => {
  it('are made, filled, listed and removed, and viewers only look', async () => {
    const id = await make();
    const clips = [
      { videoId: 'v-1', use: 'learn', events: [] },
      { videoId: 'v-2', use: 'measure', events: [fall] },
    ];
    expect(await change(id, { version: 1, name: 'Gate at night', clips })).toMatchObject({
      status: 200,
      body: { name: 'Gate at night', version: 2, clips, createdBy: 'user-operator' },
    });
    expect(await change(id, { version: 1, clips: [] })).toMatchObject({ status: 409 });
    expect((await bench.send({ url: '/api/v1/label-sets', as: 'viewer' })).body.items).toMatchObject([{ id }]);
    for (const [method, url] of [
      ['POST', '/api/v1/label-sets'],
      ['PATCH', `/api/v1/label-sets/${id}`],
      ['DELETE', `/api/v1/label-sets/${id}`],
    ] as const) {
      expect((await bench.send({ method, url, body: {}, as: 'viewer' })).status).toBe(403);
    }
    expect((await bench.send({ method: 'DELETE', url: `/api/v1/label-sets/${id}`, as: 'operator' })).status).toBe(204);
    expect((await bench.send({ url: `/api/v1/label-sets/${id}` })).status).toBe(404);
  });

  it.each([
    ['a video that is not there', [{ videoId: 'none', use: 'measure', events: [] }], 404],
    ['a video twice', ['measure', 'measure'].map((use) => ({ videoId: 'v-1', use, events: [] })), 400],
    ['events in what is learned from', [{ videoId: 'v-1', use: 'learn', events: [fall] }], 400],
    ['an end before the start', [{ videoId: 'v-1', use: 'measure', events: [{ ...fall, endSeconds: 1 }] }], 400],
    ['an event after the end', [{ videoId: 'v-1', use: 'measure', events: [{ ...fall, endSeconds: 100 }] }], 400],
    ['a kind that is no word', [{ videoId: 'v-1', use: 'measure', events: [{ ...fall, kind: 'A fall' }] }], 400],
  ])('refuse %s', async (_, clips, status) => {
    expect((await change(await make(), { clips })).status).toBe(status);
  });

  it('are exported as a data set: frames, kinds, and events that meet as one', async () => {
    const id = await make();
    const events = [fall, { ...fall, startSeconds: 4, endSeconds: 5 }, { ...fall, startSeconds: 30, endSeconds: 31 }];
    await change(id, {
      clips: [
        { videoId: 'v-1', use: 'learn', events: [] },
        { videoId: 'v-2', use: 'measure', events },
        { videoId: 'v-3', use: 'measure', events: [] },
      ],
    });
    const { status, body } = await bench.send({ url: `/api/v1/label-sets/${id}/dataset`, as: 'viewer' });
    expect(status).toBe(200);
    const { durationSeconds } = (await bench.context.store.videos.get('v-1')) ?? {};
    expect(body).toEqual({
      name: 'Gate',
      task: 'event',
      framesPerSecond: 25,
      clips: [
        {
          file: 'clips/v-1.mp4',
          split: 'train',
          label: 'normal',
          anomalousFrames: [],
          events: [],
          name: 'v-1.mp4',
          durationSeconds,
        },
        {
          file: 'clips/v-2.mp4',
          split: 'test',
          label: 'fall',
          anomalousFrames: [
            [50, 124],
            [750, 774],
          ],
          events,
          name: 'v-2.mp4',
          durationSeconds,
        },
        {
          file: 'clips/v-3.mp4',
          split: 'test',
          label: 'normal',
          anomalousFrames: [],
          events: [],
          name: 'v-3.mp4',
          durationSeconds,
        },
      ],
    });
  });

  it('tell frames apart only, where a clip shows several kinds', async () => {
    const id = await make();
    await change(id, { clips: [{ videoId: 'v-2', use: 'measure', events: [fall, { ...fall, kind: 'fight' }] }] });
    const { body } = await bench.send({ url: `/api/v1/label-sets/${id}/dataset` });
    expect(body).toMatchObject({ task: 'one-class', clips: [{ anomalousFrames: [[50, 100]] }] });
  });
});

describe('an evaluation on a label set', () => {
  const evaluate = (body: object) => bench.send({ method: 'POST', url: '/api/v1/evaluations', body, as: 'operator' });

  it('is queued under its name', async () => {
    const id = await make();
    expect(await evaluate({ labelSetId: id })).toMatchObject({ status: 422, body: { code: 'dataset-invalid' } });
    await change(id, { clips: [{ videoId: 'v-2', use: 'measure', events: [fall] }] });
    expect(await evaluate({ labelSetId: id })).toMatchObject({ status: 202, body: { dataset: 'Gate', labelSetId: id } });
  });

  it('names one thing to run on, which is there', async () => {
    expect((await evaluate({})).status).toBe(400);
    expect((await evaluate({ labelSetId: 'none', dataset: 'walks' })).status).toBe(400);
    expect((await evaluate({ labelSetId: 'none' })).status).toBe(404);
  });
});
