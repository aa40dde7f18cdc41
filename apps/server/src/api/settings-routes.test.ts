import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsRoutes } from './settings-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { versionRoutes } from './version-routes.ts';

let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench((context) => [...settingsRoutes(context), ...versionRoutes(context)]);
});
afterAll(async () => await bench[Symbol.asyncDispose]());

const url = '/api/v1/settings';

describe('settings', () => {
  it('hold before anybody has changed them, and are kept once changed', async () => {
    const initial = await bench.send({ url, as: 'viewer' });
    expect(initial).toMatchObject({ status: 200, body: { version: 1, queuePaused: false, retention: { maxAgeDays: null } } });
    const change = {
      retention: { maxAgeDays: 30, maxBytes: null },
      retentionBySource: { lobby: { maxAgeDays: null, maxBytes: 5 } },
    };
    const changed = await bench.send({ method: 'PATCH', url, body: { ...change, version: 1 } });
    expect(changed).toMatchObject({ status: 200, body: { ...change, version: 2, analyseUploads: true } });
    expect((await bench.send({ url })).body).toEqual(changed.body);
    expect((await bench.send({ method: 'PATCH', url, body: { queuePaused: true, version: 1 } })).body.code).toBe('conflict');
    const { items } = await bench.context.store.audit.list({ limit: 5, filter: { action: 'settings.change' } });
    expect(items.map(({ details }) => details)).toEqual([change]);
  });

  it('may be changed by several at once', async () => {
    const changes = [{ auditDays: 30 }, { queuePaused: true }, { analyseUploads: false }, { defaultBudgetIncidentsPerDay: 2 }];
    await Promise.all(changes.map((body) => bench.send({ method: 'PATCH', url, body })));
    expect((await bench.send({ url })).body).toMatchObject(Object.assign({}, ...changes) as object);
  });

  it.each([
    [{ auditDays: 0 }],
    [{ auditDays: 1.5 }],
    [{ defaultBudgetIncidentsPerDay: 0 }],
    [{ defaultBudgetIncidentsPerDay: 1e6 }],
    [{ retention: { maxAgeDays: -1, maxBytes: null } }],
    [{ retention: { maxAgeDays: 1 } }],
    [{ retention: { maxAgeDays: 1, maxBytes: null, maxFiles: 1 } }],
    [{ retentionBySource: { '../x': { maxAgeDays: 1, maxBytes: null } } }],
    [
      {
        retentionBySource: Object.fromEntries(
          Array.from({ length: 1001 }, (_, n) => [`s-${n}`, { maxAgeDays: 1, maxBytes: null }]),
        ),
      },
    ],
    [{ queuePaused: 'yes' }],
    [{ id: 'other' }],
  ])('are not changed to %j', async (body) => {
    expect(await bench.send({ method: 'PATCH', url, body })).toMatchObject({ status: 400, body: { code: 'bad-request' } });
  });

  it('are for administrators to change', async () => {
    for (const as of ['viewer', 'operator'] as const) {
      expect((await bench.send({ method: 'PATCH', url, body: {}, as })).status).toBe(403);
      expect((await bench.send({ method: 'POST', url: '/api/v1/retention/runs', as })).status).toBe(403);
    }
    expect((await bench.send({ url, as: null })).status).toBe(401);
  });
});

it('retention is applied by one job, however often it is asked for', async () => {
  const first = await bench.send({ method: 'POST', url: '/api/v1/retention/runs' });
  expect(first).toMatchObject({ status: 202, body: { type: 'apply-retention', state: 'queued' } });
  expect(first.body).not.toHaveProperty('leaseToken');
  expect((await bench.send({ method: 'POST', url: '/api/v1/retention/runs' })).body.id).toBe(first.body.id);
});

it('the version is told to everyone', async () => {
  expect(await bench.send({ url: '/api/version', as: null })).toMatchObject({
    status: 200,
    body: { name: 'vigil', version: '0.0.0-test', api: 'v1' },
  });
});
