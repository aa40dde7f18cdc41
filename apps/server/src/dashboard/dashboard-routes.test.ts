import { expect, onTestFinished, test } from 'vitest';
import { type ApiBench, openApiBench } from '../api/testing/api-bench.ts';
import { addAnalysis, addIncident, addVideo } from '../api/testing/sample-records.ts';
import { cancelJob } from '../jobs/control-jobs.ts';
import { submitPreviews } from '../jobs/submit-upkeep.ts';
import { dashboardRoutes } from './dashboard-routes.ts';
import { announceProcess } from './service-presence.ts';

async function openBench(): Promise<ApiBench> {
  const feed = { clientCount: 3, newest: 7, isLive: true };
  const bench = await openApiBench((context) => dashboardRoutes(context, feed));
  onTestFinished(() => bench[Symbol.asyncDispose]());
  return bench;
}

test('an empty installation has an overview of the last day', async () => {
  const { send } = await openBench();
  const { status, body } = await send({ url: '/dashboard/v1/overview', as: 'viewer' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    incidents: { total: 0, byHour: [], bySeverity: { info: 0, warning: 0, critical: 0 } },
    budgets: { sources: [], complete: true },
    queue: { paused: false, depth: { queued: 0, leased: 0 }, running: [], names: {} },
    cameras: [],
    models: expect.arrayContaining([{ id: expect.any(String), name: 'SSD MobileNetV2', state: expect.any(String) }]),
    services: [],
  });
});

test('the overview counts what is there, in the span that is asked for', async () => {
  const { send, context } = await openBench();
  const { store } = context;
  const now = Date.now();
  const at = (minutesAgo: number): string => new Date(now - minutesAgo * 60_000).toISOString();
  await addIncident(store, 'i-1', { occurredAt: at(90), severity: 'critical', kinds: ['pose.fall', 'pose.lying'] });
  await addIncident(store, 'i-2', { occurredAt: at(30), status: 'confirmed' });
  await addIncident(store, 'i-3', { occurredAt: at(60 * 24 * 3), sourceId: 'v-2' });
  await addVideo(store, 'v-1', { sourceId: 'yard' });
  await addVideo(store, 'v-2', { sourceId: 'yard' });
  await addVideo(store, 'v-3');
  await addAnalysis(store, 'a-0', { videoId: 'v-1', analysedSeconds: 9999, incidentCount: 99 });
  await addAnalysis(store, 'a-1', { videoId: 'v-1', analysedSeconds: 3600, incidentCount: 2, budgetIncidentsPerDay: 6 });
  await addAnalysis(store, 'a-2', { videoId: 'v-2', analysedSeconds: 10_800, incidentCount: 1, budgetIncidentsPerDay: 2 });
  await addAnalysis(store, 'a-3', { videoId: 'v-3', state: 'failed', analysedSeconds: null });
  const { body } = await send({ url: `/dashboard/v1/overview?from=${at(600)}&before=${at(0)}` });
  expect(body).toMatchObject({
    incidents: {
      total: 2,
      bySource: [{ sourceId: 'v-1', sourceName: 'v-1.mp4', count: 2 }],
      bySeverity: { info: 0, warning: 1, critical: 1 },
      byStatus: { new: 1, confirmed: 1, dismissed: 0 },
    },
    budgets: { sources: [], complete: true },
  });
  const day = await send({ url: '/dashboard/v1/overview' });
  expect(day.body).toMatchObject({
    budgets: {
      sources: [{ sourceId: 'yard', promisedPerDay: 3, achievedPerDay: 18, analysedSeconds: 14_400, incidents: 3 }],
      complete: true,
    },
  });
});

test.each(['from=yesterday', 'before=2026-13-01T00:00:00Z', 'from=2026-01-02T00:00:00Z&before=2026-01-01T00:00:00Z', 'x=1'])(
  'no overview of %s',
  async (query) => {
    const { send } = await openBench();
    expect(await send({ url: `/dashboard/v1/overview?${query}` })).toMatchObject({ status: 400, body: { code: 'bad-request' } });
  },
);

test('a span of more than 400 days is refused', async () => {
  const { send } = await openBench();
  const url = '/dashboard/v1/overview?from=2020-01-01T00:00:00Z&before=2026-01-01T00:00:00Z';
  expect(await send({ url })).toMatchObject({ status: 400, body: { code: 'bad-request' } });
});

test('jobs are shown without secrets, and steered', async () => {
  const { send, context } = await openBench();
  const video = await addVideo(context.store, 'v-1');
  const { job } = await submitPreviews(context, { video });
  const lease = await context.store.jobs.lease({ worker: 'w', types: ['make-previews'], leaseMs: 60_000 });
  const overview = await send({ url: '/dashboard/v1/overview' });
  expect(overview.body).toMatchObject({
    queue: { depth: { leased: 1 }, running: [{ id: job.id }], names: { 'v-1': 'v-1.mp4' } },
  });
  const list = await send({ url: '/dashboard/v1/jobs?state=leased' });
  expect(list.body.items).toMatchObject([{ id: job.id }]);
  expect(overview.text + list.text).not.toContain(lease?.token);
  expect(await send({ method: 'POST', url: `/dashboard/v1/jobs/${job.id}/pause`, as: 'operator' })).toMatchObject({
    status: 200,
    body: { paused: true },
  });
  await cancelJob(context, job.id, 'test');
  expect(await send({ method: 'POST', url: `/dashboard/v1/jobs/${job.id}/requeue`, as: 'viewer' })).toMatchObject({
    status: 403,
  });
});

test('everything stops and goes on, and the audit log knows who did it', async () => {
  const { send, context } = await openBench();
  expect(await send({ method: 'POST', url: '/dashboard/v1/stop-everything', as: 'viewer' })).toMatchObject({ status: 403 });
  expect(await send({ method: 'POST', url: '/dashboard/v1/stop-everything', as: 'operator' })).toMatchObject({
    status: 200,
    body: { paused: true, running: 0 },
  });
  expect((await context.store.settings.get('settings'))?.queuePaused).toBe(true);
  const resumed = await send({ method: 'POST', url: '/dashboard/v1/resume' });
  expect(resumed.body).toEqual({ paused: false, running: 0 });
  const { items } = await context.store.audit.list({ limit: 10, filter: { action: 'queue.stop' } });
  expect(items).toMatchObject([{ actor: { id: 'user-operator' } }]);
});

test('the system tells of itself, its store and who else is there', async () => {
  const { send, context } = await openBench();
  const worker = announceProcess(context, ['worker']);
  const seen = async () => (await context.store.serviceStates.list({ limit: 10 })).items.length;
  await expect.poll(seen, { timeout: 20_000 }).toBe(1);
  const { status, body } = await send({ url: '/dashboard/v1/system', as: 'viewer' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    version: '0.0.0-test',
    store: { kind: 'sqlite', answers: true },
    feed: { clients: 3, newest: 7, live: true },
    services: [{ services: ['worker'], processId: process.pid, alive: true }],
  });
  await worker[Symbol.asyncDispose]();
  expect(await seen()).toBe(0);
});
