import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitEvaluation } from '../jobs/submit-evaluation.ts';
import { submitRetention } from '../jobs/submit-upkeep.ts';
import { jobRoutes } from './job-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';

let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench(jobRoutes);
});
afterAll(async () => await bench[Symbol.asyncDispose]());

async function newJob(): Promise<string> {
  return (await submitEvaluation(bench.context, { dataset: 'walks', requestedBy: 'user-operator' })).job.id;
}

describe('jobs', () => {
  it('are listed by state, type and subject, without the secret of a lease', async () => {
    const { store } = bench.context;
    await submitRetention(bench.context);
    const id = await newJob();
    const byType = await bench.send({ url: '/api/v1/jobs?type=evaluate', as: 'viewer' });
    expect(byType.body.items.map((job) => job.id)).toEqual([id]);
    await store.jobs.lease({ worker: 'test', types: ['evaluate'], leaseMs: 60_000 });
    const leased = await bench.send({ url: '/api/v1/jobs?state=leased' });
    expect(leased.body.items).toMatchObject([{ id, leaseOwner: 'test', attempts: 1 }]);
    expect(leased.text).not.toContain('leaseToken');
    expect((await bench.send({ url: `/api/v1/jobs/${id}` })).text).not.toContain('leaseToken');
    expect((await bench.send({ url: '/api/v1/jobs?subjectId=nobody' })).body.items).toEqual([]);
    await bench.send({ method: 'POST', url: `/api/v1/jobs/${id}/cancel` });
    expect((await bench.send({ url: `/api/v1/jobs/${id}` })).body).toMatchObject({ state: 'leased', cancelRequested: true });
  });

  it('are paused, resumed, cancelled and queued again', async () => {
    const { store } = bench.context;
    const id = await newJob();
    const { newest } = await store.events.range();
    const act = (action: string) => bench.send({ method: 'POST', url: `/api/v1/jobs/${id}/${action}`, as: 'operator' });
    expect((await act('pause')).body).toMatchObject({ paused: true, state: 'queued' });
    expect((await act('resume')).body).toMatchObject({ paused: false });
    expect((await act('requeue')).body.code).toBe('conflict');
    const moved = await bench.send({ method: 'PATCH', url: `/api/v1/jobs/${id}`, body: { priority: 7 }, as: 'operator' });
    expect(moved.body).toMatchObject({ priority: 7 });
    expect((await act('cancel')).body).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
    expect((await act('pause')).body.code).toBe('conflict');
    expect((await act('cancel')).body.code).toBe('conflict');
    expect((await act('requeue')).body).toMatchObject({ state: 'queued', attempts: 0 });
    const { items } = await store.audit.list({ limit: 10, filter: { target: `job:${id}` }, order: 'oldest-first' });
    expect(items.map(({ action }) => action)).toEqual(['job.pause', 'job.resume', 'job.move', 'job.cancel', 'job.requeue']);
    expect((await store.events.after(newest, 20)).filter(({ topic }) => topic === 'job')).toHaveLength(5);
  });

  it.each(['state=lost', 'type=analyse', 'limit=9999', 'subjectId=a/b', 'paused=true', 'cursor=%7B'])(
    'are not listed by ?%s',
    async (query) => {
      expect((await bench.send({ url: `/api/v1/jobs?${query}` })).status).toBe(400);
    },
  );

  it.each([{}, { priority: 101 }, { priority: 0.5 }, { priority: 1, state: 'done' }])('are not changed to %j', async (body) => {
    const reply = await bench.send({ method: 'PATCH', url: `/api/v1/jobs/${await newJob()}`, body });
    expect(reply.status).toBe(400);
  });

  it('that are not there are not found', async () => {
    expect((await bench.send({ url: '/api/v1/jobs/none' })).status).toBe(404);
    for (const action of ['cancel', 'pause', 'resume', 'requeue']) {
      expect((await bench.send({ method: 'POST', url: `/api/v1/jobs/none/${action}` })).status).toBe(404);
      expect((await bench.send({ method: 'POST', url: `/api/v1/jobs/none/${action}`, as: 'viewer' })).status).toBe(403);
    }
  });
});
