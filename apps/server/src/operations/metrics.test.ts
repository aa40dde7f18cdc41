import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskMediaStore } from '@vigil/media-store';
import { openSqliteStore, type Store } from '@vigil/store';
import { expect, onTestFinished, test } from 'vitest';
import { addAnalysis, addVideo } from '../api/testing/sample-records.ts';
import { ServiceMetrics } from './metrics.ts';

async function openMetrics(): Promise<{ store: Store; metrics: ServiceMetrics; figures: () => Promise<string[]> }> {
  const opened = new AsyncDisposableStack();
  onTestFinished(() => opened.disposeAsync());
  const folder = await mkdtemp(join(tmpdir(), 'vigil-metrics-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const store = opened.use(await openSqliteStore({ file: ':memory:' }));
  const media = opened.use(await openDiskMediaStore({ folder, quotaBytes: null, reserveBytes: 0 }));
  const metrics = new ServiceMetrics({ service: 'dashboard', version: '1.2.3', store, media, clock: Date.now });
  const figures = async (): Promise<string[]> => (await metrics.registry.metrics()).split('\n');
  return { store, metrics, figures };
}

test('delays, the queue, the disk and the version are told', async () => {
  const { metrics, figures } = await openMetrics();
  metrics.incidentAnnounced(0.2);
  const lines = await figures();
  expect(lines).toContain('vigil_incident_delay_seconds_sum{service="dashboard"} 0.2');
  expect(lines).toContain('vigil_incident_delay_seconds_bucket{le="0.1",service="dashboard"} 0');
  expect(lines).toContain('vigil_incident_delay_seconds_bucket{le="0.25",service="dashboard"} 1');
  expect(lines).toContain('vigil_queue_depth{state="queued",service="dashboard"} 0');
  expect(lines).toContain('vigil_build_info{version="1.2.3",service="dashboard"} 1');
  expect(lines.join('\n')).toMatch(/vigil_disk_free_bytes\{service="dashboard"\} [1-9]/);
});

test('a source of which something was analysed has its incidents per day beside its budget, another has neither', async () => {
  const { store, figures } = await openMetrics();
  for (const [id, sourceId] of [
    ['v-1', 'gate'],
    ['v-2', 'gate'],
    ['v-3', null],
    ['v-4', 'yard'],
  ] as const)
    await addVideo(store, id, { sourceId });
  const values = { analysedSeconds: 43_200, budgetIncidentsPerDay: 4, incidentCount: 3 };
  await addAnalysis(store, 'a-1', { videoId: 'v-1', ...values });
  await addAnalysis(store, 'a-2', { videoId: 'v-2', ...values, budgetIncidentsPerDay: 8, incidentCount: 0 });
  await addAnalysis(store, 'a-3', { videoId: 'v-3', ...values });
  await addAnalysis(store, 'a-4', { videoId: 'v-4', analysedSeconds: null, incidentCount: null, state: 'running' });
  const perDay = (await figures()).filter((line) => /^vigil_incident(s|_budget)_per_day/.test(line));
  expect(perDay.toSorted()).toEqual([
    'vigil_incident_budget_per_day{source="gate",service="dashboard"} 6',
    'vigil_incident_budget_per_day{source="v-3",service="dashboard"} 4',
    'vigil_incidents_per_day{source="gate",service="dashboard"} 3',
    'vigil_incidents_per_day{source="v-3",service="dashboard"} 6',
  ]);
});

test('however many sources there are, the 200 that were analysed last have figures', async () => {
  const { store, figures } = await openMetrics();
  for (let i = 1; i <= 210; i++) {
    await addVideo(store, `v-${i}`, { sourceId: `camera-${i}` });
    await addAnalysis(store, `a-${String(i).padStart(3, '0')}`, { videoId: `v-${i}` });
  }
  const sources = (await figures()).flatMap((line) => /^vigil_incidents_per_day\{source="camera-(\d+)"/.exec(line)?.[1] ?? []);
  expect(sources.map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i + 11));
});
