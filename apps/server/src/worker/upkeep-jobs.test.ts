import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { evaluationOutcomeSchema } from '@vigil/contracts';
import { originalKey } from '@vigil/media-store';
import { smallVideo, writeWalkers } from '@vigil/pipeline/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labelsKey } from '../evaluations/labels-key.ts';
import { outcomeKey } from '../evaluations/outcome-key.ts';
import { submitEvaluation } from '../jobs/submit-evaluation.ts';
import { submitRetention } from '../jobs/submit-upkeep.ts';
import { settingsId } from '../settings/read-settings.ts';
import { storedSettings } from '../settings/stored-settings.ts';
import { WorkerBench } from './testing/worker-bench.ts';
import { startWorker } from './worker.ts';

const quick = { pollMs: 100, upkeepMs: 200 };
const dayMs = 86_400_000;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
let bench: WorkerBench;
beforeEach(async () => {
  bench = await WorkerBench.open();
});
afterEach(() => bench[Symbol.asyncDispose]());

describe('a worker that is asked for an evaluation', () => {
  const clips = [
    { file: 'train/01.mp4', split: 'train' },
    { file: 'test/01.mp4', split: 'test', anomalousFrames: [[70, 109]] },
  ];

  /** Puts a small data set where the server has its own: somebody covers the lens in the clip that is scored. */
  async function addDataset(name: string): Promise<void> {
    const folder = join(bench.context.configuration.datasetsFolder ?? '', name);
    for (const { file, anomalousFrames } of clips) {
      const path = join(folder, file);
      await mkdir(dirname(path), { recursive: true });
      const frames = { frames: 140, ...(anomalousFrames === undefined ? {} : { covered: [70, 110] as [number, number] }) };
      await writeWalkers(path, { ...smallVideo, ...frames });
    }
    await writeFile(join(folder, 'dataset.json'), JSON.stringify({ name, task: 'one-class', clips }));
  }

  it('measures, and keeps the figures and the page', async () => {
    await addDataset('gate');
    await using _ = startWorker(bench.context, { times: quick });
    const { evaluation, job } = await submitEvaluation(bench.context, { dataset: 'gate', requestedBy: 'tester' });
    expect(await bench.untilEnded(job.id)).toMatchObject({ state: 'done', attempts: 1 });
    const done = await bench.store.evaluations.get(evaluation.id);
    expect(done).toMatchObject({ state: 'done', error: null, figures: { trainClips: 1, testClips: 1 } });
    expect(done?.figures.anomalousShare).toBeCloseTo(40 / 140, 1);
    expect(done?.figures.scoredFrames).toBeGreaterThan(0);
    expect(await bench.readText(done?.reportKey ?? '')).toContain('gate');
    const outcome = evaluationOutcomeSchema.parse(JSON.parse(await bench.readText(outcomeKey(evaluation.id))));
    expect(outcome).toMatchObject({ name: 'gate', microAuc: done?.figures.microAuc, perClip: [{ file: 'test/01.mp4' }] });
    expect(outcome.roc?.length).toBeGreaterThan(1);
    const text = await bench.readText(labelsKey(evaluation.id));
    expect(JSON.parse(text)).toMatchObject({ name: 'gate', clips });
    expect(done?.labels).toMatchObject({ datasetSha256: hashOf(text), labelSet: null });
    expect((await bench.store.jobs.get(job.id))?.progress).toMatchObject({ share: expect.any(Number) });
  });

  it('measures on what people marked in videos of the server', async () => {
    const path = join(bench.folder, 'covered.mp4');
    await writeWalkers(path, { ...smallVideo, frames: 140, covered: [70, 110] });
    const { id: videoId } = await bench.addVideo(path, 'covered.mp4');
    const { id: labelSetId, updatedAt } = await bench.store.labelSets.insert({
      name: 'Marked: at the gate',
      clips: [{ videoId, use: 'measure', events: [{ startSeconds: 7, endSeconds: 11, kind: 'other' }] }],
      createdBy: 'tester',
      id: 'labels-1',
    });
    await using _ = startWorker(bench.context, { times: quick });
    const asked = { dataset: 'Marked: at the gate', labelSetId, requestedBy: 'tester' };
    const { evaluation, job } = await submitEvaluation(bench.context, asked);
    expect(await bench.untilEnded(job.id)).toMatchObject({ state: 'done' });
    const outcome = evaluationOutcomeSchema.parse(JSON.parse(await bench.readText(outcomeKey(evaluation.id))));
    expect(outcome).toMatchObject({ name: 'Marked: at the gate', testClips: 1, perClip: [{ label: 'other' }] });
    expect(outcome.anomalousShare).toBeGreaterThan(0.1);
    expect(outcome.perClip).toMatchObject([{ name: 'covered.mp4' }]);
    // labels that change afterwards change nothing of what was measured
    await bench.store.labelSets.update(labelSetId, (set) => ({ ...set, clips: [] }));
    const first = await bench.store.evaluations.get(evaluation.id);
    expect(first?.labels?.labelSet).toEqual({ id: labelSetId, version: 1, updatedAt });
    expect(JSON.parse(await bench.readText(labelsKey(evaluation.id)))).toMatchObject({
      clips: [{ name: 'covered.mp4', label: 'other', events: [{ startSeconds: 7, endSeconds: 11, kind: 'other' }] }],
    });
    await bench.store.labelSets.update(labelSetId, (set) => ({
      ...set,
      name: 'Renamed',
      clips: [{ videoId, use: 'measure' as const, events: [{ startSeconds: 7, endSeconds: 10, kind: 'other' }] }],
    }));
    const again = await submitEvaluation(bench.context, asked);
    expect(await bench.untilEnded(again.job.id)).toMatchObject({ state: 'done' });
    const second = await bench.store.evaluations.get(again.evaluation.id);
    expect(second?.labels?.labelSet?.version).toBe(3);
    expect(second?.labels?.sha256).not.toBe(first?.labels?.sha256);
  });

  it('says what is wrong where there is no such data set, without the paths of the machine', async () => {
    await using _ = startWorker(bench.context, { times: quick });
    const { evaluation, job } = await submitEvaluation(bench.context, { dataset: 'none', requestedBy: 'tester' });
    expect(await bench.untilEnded(job.id)).toMatchObject({
      state: 'failed',
      attempts: 1,
      error: { code: 'dataset-invalid' },
    });
    await expect.poll(async () => (await bench.store.evaluations.get(evaluation.id))?.state).toBe('failed');
    const failed = await bench.store.evaluations.get(evaluation.id);
    expect(failed?.error?.message).toContain('none');
    expect(failed?.error?.message).not.toContain(bench.folder);
  });
});

it('a worker applies the retention, once however many ask in an hour', async () => {
  const video = await bench.addVideo(import.meta.filename, 'old.mp4');
  const kept = await bench.addVideo(join(import.meta.dirname, 'worker.ts'), 'held.mp4');
  await bench.store.videos.update(kept.id, (found) => ({ ...found, held: true }));
  await storedSettings(bench.store);
  await bench.store.settings.update(settingsId, (settings) => ({ ...settings, retention: { maxAgeDays: 1, maxBytes: null } }));
  bench.clockShiftMs = 2 * dayMs;
  await using _ = startWorker(bench.context, { times: quick });
  const asked = await Promise.all([submitRetention(bench.context), submitRetention(bench.context)]);
  expect(new Set(asked.map(({ job }) => job.id)).size).toBe(1);
  expect(await bench.untilEnded(asked[0].job.id)).toMatchObject({ state: 'done', attempts: 1 });
  expect(await bench.store.videos.get(video.id)).toMatchObject({ originalRemoved: true });
  expect(await bench.media.stat(originalKey(video.sha256))).toBeNull();
  expect(await bench.store.videos.get(kept.id)).toMatchObject({ originalRemoved: false });
  expect(await bench.media.stat(originalKey(kept.sha256))).not.toBeNull();
});
