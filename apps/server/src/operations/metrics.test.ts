import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedMessage } from '@vigil/contracts';
import { openDiskMediaStore } from '@vigil/media-store';
import { openSqliteStore } from '@vigil/store';
import { expect, it } from 'vitest';
import { ServiceMetrics } from './metrics.ts';

it('shows what was observed, the queue and the disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-metrics-'));
  try {
    await using store = await openSqliteStore({ file: ':memory:' });
    await using media = await openDiskMediaStore({ folder, quotaBytes: null, reserveBytes: 0 });
    const metrics = new ServiceMetrics({ service: 'dashboard', version: '1.2.3', store, media });
    const record = { decidedAt: '2026-01-01T00:00:00.000Z' };
    const told = { sequence: 1, at: '2026-01-01T00:00:00.200Z', topic: 'incident', record };
    metrics.observeFeed({ ...told, type: 'new' } as FeedMessage);
    metrics.observeFeed({ ...told, type: 'update' } as FeedMessage);
    const text = await metrics.registry.metrics();
    expect(text).toContain('vigil_incident_delay_seconds_sum{service="dashboard"} 0.2');
    expect(text).toContain('vigil_incident_delay_seconds_count{service="dashboard"} 1');
    expect(text).toContain('vigil_queue_depth{state="queued",service="dashboard"} 0');
    expect(text).toContain('vigil_build_info{version="1.2.3",service="dashboard"} 1');
    expect(text).toMatch(/vigil_disk_free_bytes\{service="dashboard"\} [1-9]/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
