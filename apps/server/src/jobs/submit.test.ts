import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkerBench } from '../worker/testing/worker-bench.ts';
import { cancelJob, requeueJob } from './control-jobs.ts';
import { submitAnalysis } from './submit-analysis.ts';
import { submitEvaluation } from './submit-evaluation.ts';
import { submitLearning } from './submit-learning.ts';
import { submitPreviews } from './submit-upkeep.ts';

let bench: WorkerBench;
beforeEach(async () => {
  bench = await WorkerBench.open();
});
afterEach(() => bench[Symbol.asyncDispose]());

describe('submitting', () => {
  it('is one analysis, however often the same request comes', async () => {
    const video = await bench.addVideo(import.meta.filename, 'gate.mp4');
    const order = { video, profileId: null, budgetIncidentsPerDay: 10, requestedBy: 'tester' };
    const first = await submitAnalysis(bench.context, { ...order, requestKey: 'upload' });
    const again = await submitAnalysis(bench.context, { ...order, requestKey: 'upload' });
    expect([first.added, again.added]).toEqual([true, false]);
    expect(again.analysis.id).toBe(first.analysis.id);
    const known = await bench.store.videos.get(video.id);
    if (known === null) throw new Error('the video is gone');
    expect(known.latestAnalysisId).toBe(first.analysis.id);
    const whileRunning = await submitAnalysis(bench.context, { ...order, video: known });
    expect(whileRunning.analysis.id).toBe(first.analysis.id);
    const other = await submitAnalysis(bench.context, { ...order, video: known, budgetIncidentsPerDay: 20 });
    expect(other.analysis.id).not.toBe(first.analysis.id);
    expect(await bench.store.jobs.depth()).toMatchObject({ queued: 2 });
  });

  it('goes on where it was cut off between two writes', async () => {
    const video = await bench.addVideo(import.meta.filename, 'gate.mp4');
    const order = { video, profileId: null, budgetIncidentsPerDay: 10, requestedBy: 'tester', requestKey: 'upload' };
    const away = { ...bench.store.jobs, enqueue: () => Promise.reject(new Error('killed here')) };
    const cutOff = submitAnalysis({ ...bench.context, store: { ...bench.store, jobs: away } }, order);
    await expect(cutOff).rejects.toThrow('killed here');
    const { analysis, job, added } = await submitAnalysis(bench.context, order);
    expect(added).toBe(true);
    expect(analysis.jobId).toBe(job.id);
    expect((await bench.store.analyses.list({ filter: { videoId: video.id }, limit: 10 })).items).toHaveLength(1);
  });

  it('tells the feed of the job, the analysis and the video', async () => {
    const video = await bench.addVideo(import.meta.filename, 'gate.mp4');
    const order = { video, profileId: null, budgetIncidentsPerDay: 10, requestedBy: 'tester' };
    const { job } = await submitAnalysis(bench.context, order);
    await cancelJob(bench.context, job.id, 'not wanted');
    await requeueJob(bench.context, job.id);
    const told = (await bench.messages()).map(({ topic, type }) => `${topic} ${type}`);
    expect(told).toEqual(['job new', 'analysis new', 'video update', 'analysis end', 'job end', 'analysis update', 'job update']);
  });

  it('refuses what cannot be done', async () => {
    const video = await bench.addVideo(import.meta.filename, 'gate.mp4');
    const order = { video, profileId: null, budgetIncidentsPerDay: 10, requestedBy: 'tester' };
    const { context } = bench;
    await expect(submitAnalysis(context, { ...order, budgetIncidentsPerDay: 0 })).rejects.toMatchObject({ code: 'bad-request' });
    await expect(submitAnalysis(context, { ...order, profileId: 'none' })).rejects.toMatchObject({ code: 'profile-missing' });
    const removed = { ...video, originalRemoved: true };
    await expect(submitAnalysis(context, { ...order, video: removed })).rejects.toMatchObject({ code: 'gone' });
    const unreadable = { ...video, state: 'unreadable' as const };
    await expect(submitPreviews(context, { video: unreadable })).rejects.toMatchObject({ code: 'not-media' });
    await expect(submitEvaluation(context, { dataset: '../up', requestedBy: 'x' })).rejects.toMatchObject({
      code: 'bad-request',
    });
    const footage = [{ videoId: video.id, startSeconds: 5, endSeconds: 4 }];
    const learning = { profileId: null, name: 'gate', footage, extend: false, requestedBy: 'x' };
    await expect(submitLearning(context, learning)).rejects.toMatchObject({ code: 'bad-request' });
    expect(await bench.store.jobs.depth()).toMatchObject({ queued: 0 });
  });
});
