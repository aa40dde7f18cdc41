import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incidentRoutes } from './incident-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { addIncident } from './testing/sample-records.ts';

let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench(incidentRoutes);
  const { store } = bench.context;
  await store.accounts.create('user', { id: 'ana', email: 'ana@example.com', name: 'Ana' });
  await addIncident(store, 'i-1', { kinds: ['motion.speed'], severity: 'info', occurredAt: '2026-11-01T08:00:00.000Z' });
  await addIncident(store, 'i-2', {
    kinds: ['pose.fall', 'motion.speed'],
    severity: 'critical',
    occurredAt: '2026-11-02T08:00:00.000Z',
  });
  await addIncident(store, 'i-3', {
    kinds: ['audio.loud'],
    title: 'A bang',
    videoId: 'v-2',
    sourceId: 'hall',
    analysisId: 'a-2',
    held: true,
    status: 'confirmed',
    tags: ['door'],
    assignedTo: 'ana',
    occurredAt: '2026-11-03T08:00:00.000Z',
  });
});
afterAll(async () => await bench[Symbol.asyncDispose]());

function idsOf(body: { readonly items: readonly { readonly id: string }[] }): string[] {
  return body.items.map(({ id }) => id);
}

describe('the list of incidents', () => {
  it.each([
    ['', ['i-3', 'i-2', 'i-1']],
    ['order=oldest-first', ['i-1', 'i-2', 'i-3']],
    ['from=2026-11-02T08:00:00Z', ['i-3', 'i-2']],
    ['before=2026-11-02T09:00:00%2B01:00', ['i-1']],
    ['sourceId=hall', ['i-3']],
    ['videoId=v-2', ['i-3']],
    ['analysisId=a-1', ['i-2', 'i-1']],
    ['kind=motion.speed', ['i-2', 'i-1']],
    ['severity=critical', ['i-2']],
    ['status=new&kind=motion.speed&severity=info', ['i-1']],
    ['tag=door', ['i-3']],
    ['assignedTo=ana', ['i-3']],
    ['held=false', ['i-2', 'i-1']],
    ['text=bang', ['i-3']],
    ['text=bang&status=new', []],
  ])('?%s', async (query, ids) => {
    const reply = await bench.send({ url: `/api/v1/incidents?${query}`, as: 'viewer' });
    expect(reply.status).toBe(200);
    expect(idsOf(reply.body)).toEqual(ids);
  });

  it('goes on where a page ended, and leaves out what only one incident shows', async () => {
    const first = await bench.send({ url: '/api/v1/incidents?limit=2' });
    expect(first.body.items[0]).not.toHaveProperty('skeletons');
    const next = await bench.send({ url: `/api/v1/incidents?limit=2&cursor=${encodeURIComponent(first.body.nextCursor)}` });
    expect(idsOf(next.body)).toEqual(['i-1']);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=1.5',
    'limit=5&limit=6',
    'kind=motion',
    'severity=high',
    'status=open',
    'held=1',
    'from=yesterday',
    'before=9999-12-31T23:59:59-10:00',
    'cursor=nonsense',
    `cursor=${'a'.repeat(501)}`,
    'text=%00',
    'text=%20',
    `text=${'a'.repeat(201)}`,
    'tag=',
    'videoId=../x',
    'announced=true',
    '__proto__=1',
  ])('refuses ?%s', async (query) => {
    const reply = await bench.send({ url: `/api/v1/incidents?${query}` });
    expect(reply).toMatchObject({ status: 400, body: { code: 'bad-request', requestId: expect.any(String) } });
  });
});

describe('one incident', () => {
  it('is whole, with its version', async () => {
    const reply = await bench.send({ url: '/api/v1/incidents/i-1', as: 'viewer' });
    expect(reply).toMatchObject({ status: 200, body: { id: 'i-1', skeletons: [] } });
    expect(reply.headers.etag).toBe('"1"');
    expect((await bench.send({ url: '/api/v1/incidents/none' })).status).toBe(404);
  });

  it('is confirmed, noted, tagged, assigned, held and reopened; feed and audit log tell each change', async () => {
    const { store } = bench.context;
    await addIncident(store, 'judged');
    const { newest } = await store.events.range();
    const send = (body: object) => bench.send({ method: 'PATCH', url: '/api/v1/incidents/judged', body, as: 'operator' });
    const confirmed = await send({
      status: 'confirmed',
      note: 'a fall',
      tags: ['stairs', 'stairs'],
      assignedTo: 'ana',
      held: true,
    });
    expect(confirmed.body).toMatchObject({
      status: 'confirmed',
      note: 'a fall',
      tags: ['stairs'],
      assignedTo: 'ana',
      held: true,
      reviewedBy: 'The operator',
      reviewedAt: expect.any(String),
      version: 2,
    });
    expect((await send({ status: 'confirmed' })).body.version).toBe(2);
    expect((await send({ status: 'dismissed', version: 1 })).body.code).toBe('conflict');
    const reopened = await send({ status: 'new', assignedTo: null, version: 2 });
    expect(reopened.body).toMatchObject({ status: 'new', reviewedBy: null, reviewedAt: null, assignedTo: null, note: 'a fall' });
    await send({ note: '' });
    const told = await store.events.after(newest, 10);
    expect(told.map(({ topic, type, record }) => [topic, type, record.version])).toEqual(
      [2, 3, 4].map((n) => ['incident', 'update', n]),
    );
    const { items } = await store.audit.list({ limit: 10, filter: { target: 'incident:judged' }, order: 'oldest-first' });
    expect(items.map(({ action, actor }) => [action, actor.id])).toEqual([
      ['incident.confirm', 'user-operator'],
      ['incident.reopen', 'user-operator'],
      ['incident.change', 'user-operator'],
    ]);
  });

  it.each([
    [{ status: 'closed' }],
    [{ note: 'a'.repeat(10_001) }],
    [{ note: '\ud800' }],
    [{ tags: ['a\0b'] }],
    [{ tags: [''] }],
    [{ tags: Array.from({ length: 51 }, (_, n) => `t${n}`) }],
    [{ held: 'true' }],
    [{ version: 0 }],
    [{ version: 1.5 }],
    [{ score: 1 }],
    ['confirmed'],
    [null],
  ])('refuses %j', async (body) => {
    const headers = { 'content-type': 'application/json' };
    const reply = await bench.send({ method: 'PATCH', url: '/api/v1/incidents/i-1', body: JSON.stringify(body), headers });
    expect(reply).toMatchObject({ status: 400, body: { code: 'bad-request' } });
  });
});

it.each([
  ['PATCH', '/api/v1/incidents/i-1', { assignedTo: 'nobody-of-that-id' }],
  ['POST', '/api/v1/incidents/bulk', { ids: ['i-1'], change: { assignedTo: 'nobody-of-that-id' } }],
] as const)('%s %s assigns to users only', async (method, url, body) => {
  expect(await bench.send({ method, url, body })).toMatchObject({ status: 404, body: { code: 'not-found' } });
});

describe('many incidents', () => {
  it('are reviewed alike, each with its own outcome', async () => {
    const { store } = bench.context;
    const ids = Array.from({ length: 120 }, (_, n) => `bulk-${n}`);
    for (const id of ids) await addIncident(store, id, id === 'bulk-7' ? { status: 'dismissed' } : {});
    const { newest } = await store.events.range();
    const body = { ids: [...ids, 'bulk-none', 'bulk-0'], change: { status: 'dismissed' } };
    const reply = await bench.send({ method: 'POST', url: '/api/v1/incidents/bulk', body, as: 'operator' });
    expect(reply.status).toBe(200);
    const outcomes = reply.body.results.map(({ id, outcome }) => `${id} ${outcome}`);
    expect(outcomes).toHaveLength(122);
    expect(outcomes).toContain('bulk-7 unchanged');
    expect(outcomes.slice(-3)).toEqual(['bulk-119 changed', 'bulk-none failed', 'bulk-0 changed']);
    expect(reply.body.results.at(-2)?.error?.code).toBe('not-found');
    expect(await store.events.after(newest, 200)).toHaveLength(119);
    expect(await store.audit.count({ action: 'incident.dismiss' }, 1000)).toBe(119);
  });

  it.each([
    [{ ids: [], change: {} }],
    [{ ids: Array.from({ length: 501 }, (_, n) => `i-${n}`), change: {} }],
    [{ ids: ['i-1'], change: { version: 1 } }],
    [{ ids: ['i 1'], change: {} }],
    [{ ids: ['i-1'] }],
  ])('are refused as %j', async (body) => {
    expect((await bench.send({ method: 'POST', url: '/api/v1/incidents/bulk', body })).status).toBe(400);
  });
});

it.each([
  ['PATCH', '/api/v1/incidents/i-1'],
  ['POST', '/api/v1/incidents/bulk'],
] as const)('%s %s is for operators', async (method, url) => {
  expect((await bench.send({ method, url, body: {}, as: 'viewer' })).status).toBe(403);
  expect((await bench.send({ method, url, body: {}, as: null })).status).toBe(401);
});
