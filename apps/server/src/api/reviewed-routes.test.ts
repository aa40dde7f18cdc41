import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeMarksBy, removeMarksOf } from '../incidents/review-marks.ts';
import { incidentRoutes } from './incident-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { addIncident } from './testing/sample-records.ts';

let bench: ApiBench;
const severities = ['info', 'warning', 'critical'] as const;
/** 60 incidents, a minute apart: every third critical, every fourth confirmed. */
const ids = Array.from({ length: 60 }, (_, index) => `i-${String(index).padStart(2, '0')}`);

beforeAll(async () => {
  bench = await openApiBench(incidentRoutes);
  const sample = await addIncident(bench.context.store, ids[0]);
  const incidents = ids.map((id, index) => ({
    ...sample,
    id,
    occurredAt: new Date(Date.UTC(2026, 10, 1, 8, index)).toISOString(),
    severity: severities[index % 3],
    status: index % 4 === 0 ? 'confirmed' : 'new',
  }));
  await bench.context.store.importRecords('incidents', incidents);
});
afterAll(async () => await bench[Symbol.asyncDispose]());

const mark = (body: object, as: 'viewer' | 'operator' = 'viewer') =>
  bench.send({ method: 'POST', url: '/api/v1/incidents/reviewed', body, as });
const list = async (query: string, as: 'viewer' | 'operator' = 'viewer') =>
  (await bench.send({ url: `/api/v1/incidents?${query}`, as })).body;
const idsOf = ({ items }: { readonly items: readonly { readonly id: string }[] }): string[] => items.map(({ id }) => id);

/** All ids of a list, page by page. */
async function allIds(query: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await list(`${query}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    found.push(...idsOf(page));
    cursor = page.nextCursor;
  }
  return found;
}

describe('marks of incidents that somebody is done with', () => {
  it('are their own, may be set again and taken away, and name what is gone', async () => {
    expect((await mark({ ids: ['i-05', 'none', 'i-05'], reviewed: true })).body).toEqual({ ids: ['i-05'], missing: ['none'] });
    expect((await mark({ ids: ['i-05'], reviewed: true })).status).toBe(200);
    expect((await bench.send({ url: '/api/v1/incidents/i-05', as: 'viewer' })).body).toMatchObject({
      reviewed: true,
      version: 1,
    });
    expect((await bench.send({ url: '/api/v1/incidents/i-05', as: 'operator' })).body).toMatchObject({ reviewed: false });
    const patched = await bench.send({ method: 'PATCH', url: '/api/v1/incidents/i-05', body: { note: 'seen' }, as: 'operator' });
    expect(patched.body).toMatchObject({ reviewed: false, note: 'seen' });
    await mark({ ids: ['i-05'], reviewed: false });
    expect((await bench.send({ url: '/api/v1/incidents/i-05', as: 'viewer' })).body).toMatchObject({ reviewed: false });
  });

  it.each([
    [{ ids: [], reviewed: true }],
    [{ ids: ['i-01'] }],
    [{ ids: ['i 1'], reviewed: true }],
    [{ ids: ['i-01'], reviewed: 1 }],
  ])('are refused as %j', async (body) => {
    expect((await mark(body)).status).toBe(400);
  });

  it('are told by lists, and filter them without leaving anything out', async () => {
    const done = ids.filter((_, index) => index % 5 !== 0 && index > 20);
    await mark({ ids: done, reviewed: true });
    const page = await list('limit=3');
    expect(page.items).toMatchObject([
      { id: 'i-59', reviewed: true },
      { id: 'i-58', reviewed: true },
      { id: 'i-57', reviewed: true },
    ]);
    expect((await list('limit=3', 'operator')).items[0]).toMatchObject({ reviewed: false });
    const rest = ids.filter((id) => !done.includes(id)).toReversed();
    expect(await allIds('reviewed=false&limit=7')).toEqual(rest);
    expect(await allIds('reviewed=true&limit=7&order=oldest-first')).toEqual(done);
    expect(await allIds('reviewed=false&limit=50&severity=critical')).toEqual(rest.filter((id) => Number(id.slice(2)) % 3 === 2));
  });

  it('go with the incident, and with the person', async () => {
    const { store } = bench.context;
    await mark({ ids: ['i-01', 'i-02'], reviewed: true });
    await mark({ ids: ['i-01'], reviewed: true }, 'operator');
    await removeMarksOf(store, ['i-01']);
    expect(await store.reviewMarks.count({ incidentId: 'i-01' }, 9)).toBe(0);
    await removeMarksBy(store, 'user-viewer');
    expect(await store.reviewMarks.count({}, 9)).toBe(0);
  });
});

it('tags and lines of a note join those that are there, as far as there is room', async () => {
  await addIncident(bench.context.store, 'joined', {
    tags: ['door', 'night'],
    note: 'First',
    occurredAt: '2020-01-01T00:00:00.000Z',
  });
  const send = async (body: object) => (await bench.send({ method: 'PATCH', url: '/api/v1/incidents/joined', body })).body;
  expect(await send({ addTags: ['rain', 'door'], removeTags: ['night'], appendNote: ' Second ' })).toMatchObject({
    tags: ['door', 'rain'],
    note: 'First\nSecond',
    version: 2,
  });
  expect(await send({ addTags: ['door'], removeTags: ['night'] })).toMatchObject({ version: 2 });
  const many = Array.from({ length: 49 }, (_, n) => `t${n}`);
  expect(await send({ addTags: many })).toMatchObject({ code: 'conflict' });
  expect(await send({ appendNote: 'a'.repeat(9_990) })).toMatchObject({ code: 'conflict' });
  await bench.context.store.incidents.remove('joined');
});

describe('counts of incidents', () => {
  const count = async (query: string) => (await bench.send({ url: `/api/v1/incidents/counts?${query}`, as: 'viewer' })).body;
  const exactly = (n: number) => ({ count: n, more: false });

  it('go by status and severity, each without its own filter', async () => {
    expect(await count('')).toEqual({
      total: exactly(60),
      byStatus: { new: exactly(45), confirmed: exactly(15), dismissed: exactly(0) },
      bySeverity: { info: exactly(20), warning: exactly(20), critical: exactly(20) },
    });
    expect(await count('status=confirmed&severity=critical&from=2026-11-01T08:30:00Z')).toEqual({
      total: exactly(10),
      byStatus: { new: exactly(7), confirmed: exactly(3), dismissed: exactly(0) },
      bySeverity: { info: exactly(2), warning: exactly(2), critical: exactly(3) },
    });
  });

  it('know the marks of whoever asks', async () => {
    await mark({ ids: ['i-00', 'i-01', 'i-02'], reviewed: true });
    expect(await count('reviewed=true')).toMatchObject({ total: exactly(3), byStatus: { confirmed: exactly(1) } });
    expect(await count('reviewed=false&status=new')).toMatchObject({
      total: exactly(57),
      byStatus: { new: exactly(43) },
      bySeverity: { info: exactly(15) },
    });
  });

  it('end at 1000, and say that there are more', async () => {
    await using full = await openApiBench(incidentRoutes);
    const { store } = full.context;
    const at = '2026-11-01T08:00:00.000Z';
    const sample = await addIncident(store, 'i-0', { status: 'dismissed' });
    const many = Array.from({ length: 1010 }, (_, n) => ({ ...sample, id: `n-${n}`, status: 'new', occurredAt: at }));
    await store.importRecords('incidents', many);
    const { body } = await full.send({ url: '/api/v1/incidents/counts' });
    expect(body).toMatchObject({
      total: { count: 1000, more: true },
      byStatus: { new: { count: 1000, more: true }, dismissed: exactly(1) },
    });
  });

  it.each(['limit=5', 'order=oldest-first', 'status=open'])('refuse ?%s', async (query) => {
    expect((await bench.send({ url: `/api/v1/incidents/counts?${query}` })).status).toBe(400);
  });
});
