import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { analysisRoutes } from './analysis-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { addAnalysis } from './testing/sample-records.ts';

let bench: ApiBench;
beforeEach(async () => {
  bench = await openApiBench(analysisRoutes);
  const { store, media } = bench.context;
  await addAnalysis(store, 'a-1');
  // four cells of a square picture over 20 s: the upper left one moves at 3 s, and for longer at 10 s
  const cells = Buffer.alloc(20 * 4);
  cells[3 * 4] = 200;
  cells.fill(200, 10 * 4, 10 * 4 + 1);
  cells.fill(220, 11 * 4, 11 * 4 + 1);
  const head = { format: 'vigil-activity', formatVersion: 1, columns: 2, rows: 2, aspect: 1, stretchSeconds: 1, bytes: 80 };
  await media.write('evidence/a-1/activity.gz', gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), cells])));
});
afterEach(() => bench[Symbol.asyncDispose]());

const url = (place: string, id = 'a-1') => `/api/v1/analyses/${id}/activity?${place}`;
const upperLeft = 'left=0&top=0&right=0.1&bottom=0.1';

it('tells when something moved in a place, most movement first', async () => {
  const { status, body } = await bench.send({ url: url(upperLeft), as: 'viewer' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    total: 2,
    stretchSeconds: 1,
    moments: [{ startSeconds: 10, endSeconds: 12 }, { startSeconds: 3 }],
  });
});

it.each([
  'left=0.5&top=0&right=0.4&bottom=1',
  'left=-0.1&top=0&right=1&bottom=1',
  'left=0&top=0&right=1.1&bottom=1',
  'left=0&top=0&right=1',
  'left=0&top=0&right=1&bottom=x',
])('refuses the place %s', async (place) => {
  expect((await bench.send({ url: url(place) })).status).toBe(400);
});

it('says where there is no record of motion, and why', async () => {
  const { store, media } = bench.context;
  await addAnalysis(store, 'a-2', { state: 'running' });
  await addAnalysis(store, 'a-3');
  await media.write('evidence/a-3/incidents.json', '{}');
  await addAnalysis(store, 'a-4');
  const replies = await Promise.all(['a-2', 'a-3', 'a-4', 'none'].map((id) => bench.send({ url: url(upperLeft, id) })));
  expect(replies.map(({ status }) => status)).toEqual([404, 404, 410, 404]);
  expect(replies[1].text).toContain('analyse the video again');
  expect((await bench.send({ url: url(upperLeft), as: null })).status).toBe(401);
});
