import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluationRoutes } from './evaluation-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';

let bench: ApiBench;
let datasets: string;
beforeAll(async () => {
  datasets = await mkdtemp(join(tmpdir(), 'vigil-datasets-'));
  const files: [string, string][] = [
    ['walks', JSON.stringify({ name: 'Walks', task: 'one-class', clips: [{ file: 'a.mp4' }, { file: 'b.mp4' }] })],
    ['broken', '{'],
    ['odd', JSON.stringify({ name: 'Odd', task: 'guess', clips: [] })],
  ];
  for (const [name, text] of files) {
    await mkdir(join(datasets, name));
    await writeFile(join(datasets, name, 'dataset.json'), text);
  }
  await mkdir(join(datasets, 'empty'));
  await mkdir(join(datasets, 'folder', 'dataset.json'), { recursive: true });
  await mkdir(join(datasets, '.hidden'));
  await writeFile(join(datasets, 'file'), '');
  bench = await openApiBench(evaluationRoutes, { DATASETS_DIR: datasets });
});
afterAll(async () => {
  await bench[Symbol.asyncDispose]();
  await rm(datasets, { recursive: true });
});

describe('data sets', () => {
  it('are those below the folder that the server is told of, with what is wrong with them', async () => {
    const { status, body } = await bench.send({ url: '/api/v1/evaluation-datasets', as: 'viewer' });
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        { dataset: 'broken', title: null, task: null, clips: null, problem: 'dataset.json is not JSON' },
        expect.objectContaining({ dataset: 'folder', problem: 'dataset.json cannot be read (EISDIR)' }),
        expect.objectContaining({ dataset: 'odd', problem: expect.stringContaining('task') }),
        { dataset: 'walks', title: 'Walks', task: 'one-class', clips: 2, problem: null },
      ],
      reason: null,
    });
  });

  it('are none where the server is told of none', async () => {
    await using other = await openApiBench(evaluationRoutes);
    const { body } = await other.send({ url: '/api/v1/evaluation-datasets' });
    expect(body).toEqual({ items: [], reason: expect.stringContaining('DATASETS_DIR') });
    expect((await other.send({ method: 'POST', url: '/api/v1/evaluations', body: { dataset: 'walks' } })).status).toBe(404);
  });
});

describe('evaluations', () => {
  it('are started by a job, listed, and have a report once they are done', async () => {
    const { store, media } = bench.context;
    const started = await bench.send({ method: 'POST', url: '/api/v1/evaluations', body: { dataset: 'walks' }, as: 'operator' });
    expect(started).toMatchObject({ status: 202, body: { dataset: 'walks', state: 'queued', requestedBy: 'user-operator' } });
    const { id } = started.body;
    expect((await bench.send({ url: '/api/v1/evaluations', as: 'viewer' })).body.items.map((item) => item.id)).toEqual([id]);
    expect((await bench.send({ url: `/api/v1/evaluations/${id}/report` })).body.code).toBe('not-found');
    expect((await bench.send({ url: `/api/v1/evaluations/${id}/result` })).body.code).toBe('not-found');
    const { key } = await media.write(`reports/${id}.html`, '<!doctype html><title>Walks</title>');
    await store.evaluations.update(id, (found) => ({ ...found, state: 'done', reportKey: key, figures: { microAuc: 0.9 } }));
    expect((await bench.send({ url: `/api/v1/evaluations/${id}` })).body).toMatchObject({ figures: { microAuc: 0.9 } });
    const report = await bench.send({ url: `/api/v1/evaluations/${id}/report`, as: 'viewer' });
    expect([report.status, report.text]).toEqual([200, '<!doctype html><title>Walks</title>']);
    expect(report.headers['content-security-policy']).toMatch(/^sandbox allow-scripts; default-src 'none';/);
    expect((await bench.send({ url: `/api/v1/evaluations/${id}/result` })).body.code).toBe('gone');
    await media.write(`reports/${id}.json`, '{"name":"walks"}');
    expect(await bench.send({ url: `/api/v1/evaluations/${id}/result`, as: 'viewer' })).toMatchObject({
      status: 200,
      body: { name: 'walks' },
    });
    expect((await bench.send({ url: `/api/v1/evaluations/${id}/labels` })).body.code).toBe('not-found');
    const labels = { sha256: 'a'.repeat(64), datasetSha256: 'b'.repeat(64), labelSet: null };
    await store.evaluations.update(id, (found) => ({ ...found, labels }));
    expect((await bench.send({ url: `/api/v1/evaluations/${id}` })).body).toMatchObject({ labels });
    expect((await bench.send({ url: `/api/v1/evaluations/${id}/labels` })).body.code).toBe('gone');
    await media.write(`reports/${id}.labels.json`, '{"name":"walks","task":"unlabelled","clips":[{"file":"a.mp4"}]}');
    expect(await bench.send({ url: `/api/v1/evaluations/${id}/labels`, as: 'viewer' })).toMatchObject({
      status: 200,
      headers: { 'content-disposition': 'attachment; filename="dataset.json"' },
      body: { name: 'walks', clips: [{ file: 'a.mp4' }] },
    });
    await media.remove(key);
    expect((await bench.send({ url: `/api/v1/evaluations/${id}/report` })).body.code).toBe('gone');
  });

  it.each([
    ['none', 404, 'not-found'],
    ['empty', 404, 'not-found'],
    ['broken', 422, 'dataset-invalid'],
    ['../walks', 400, 'bad-request'],
    ['..', 400, 'bad-request'],
    ['', 400, 'bad-request'],
  ])('of %j are refused', async (dataset, status, code) => {
    expect(await bench.send({ method: 'POST', url: '/api/v1/evaluations', body: { dataset } })).toMatchObject({
      status,
      body: { code },
    });
  });

  it('are measured at the budget that is asked for, the general one where none is', async () => {
    const at = (body: object) => bench.send({ method: 'POST', url: '/api/v1/evaluations', body: { dataset: 'walks', ...body } });
    expect((await at({ budgetIncidentsPerDay: 20 })).body).toMatchObject({ budgetIncidentsPerDay: 20 });
    expect((await at({})).body).toMatchObject({ budgetIncidentsPerDay: null });
    expect((await at({ budgetIncidentsPerDay: 0 })).status).toBe(400);
  });

  it('are for operators to start', async () => {
    expect((await bench.send({ method: 'POST', url: '/api/v1/evaluations', as: 'viewer' })).status).toBe(403);
  });
});
