import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis, IncidentRecord, Job, Video } from '@vigil/contracts';
import { analysisKey, previewKey, profileKey } from '@vigil/media-store';
import { smallVideo, writeWalkers } from '@vigil/pipeline/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelJob, requeueJob, setJobPaused } from '../jobs/control-jobs.ts';
import { submitAnalysis } from '../jobs/submit-analysis.ts';
import { applyCorrection, submitCorrectionPreview } from '../jobs/submit-correction.ts';
import { submitLearning } from '../jobs/submit-learning.ts';
import { submitPreviews } from '../jobs/submit-upkeep.ts';
import { analysisProcesses } from './testing/analysis-processes.ts';
import { WorkerBench } from './testing/worker-bench.ts';
import { startWorker } from './worker.ts';

const hasProcfs = process.platform === 'linux';
const quick = { pollMs: 100, upkeepMs: 200 };
let bench: WorkerBench;
let first: Video;

beforeAll(async () => {
  bench = await WorkerBench.open();
  first = await addScene(1);
});
afterAll(() => bench[Symbol.asyncDispose]());

/** Frames of a video that is long enough to be interrupted while it is looked at, also by a fast machine. */
const longScene = 600;

/** Takes in a made video with one incident; another seed is another content, of which nothing is known yet. */
async function addScene(seed: number, frames = 140): Promise<Video> {
  const file = bench.path(`scene-${seed}.mp4`);
  // something over the lens is an incident by itself, whatever is normal
  await writeWalkers(file, { ...smallVideo, frames: frames + seed, covered: [70, 110] });
  return await bench.addVideo(file, `scene-${seed}.mp4`);
}

async function submit(video: Video): Promise<{ analysis: Analysis; job: Job }> {
  return await submitAnalysis(bench.context, { video, profileId: null, budgetIncidentsPerDay: 10, requestedBy: 'tester' });
}

async function incidentsOf(video: Video): Promise<readonly IncidentRecord[]> {
  return (await bench.store.incidents.list({ filter: { videoId: video.id }, limit: 50 })).items;
}

function isUnderWay({ progress }: Job): boolean {
  return (progress?.mediaSeconds ?? 0) >= 3;
}

function outcomes({ attemptLog }: Job): string[] {
  return attemptLog.map(({ outcome }) => outcome);
}

describe('a worker', () => {
  it('analyses a video in a process of its own and tells the feed of all of it', async () => {
    await using _ = startWorker(bench.context, { times: quick });
    const { analysis, job } = await submit(first);
    expect(await bench.untilEnded(job.id)).toMatchObject({ state: 'done', attempts: 1, error: null });
    expect(await bench.store.analyses.get(analysis.id)).toMatchObject({ state: 'done', incidentCount: 1 });

    const [incident, ...others] = await incidentsOf(first);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      kinds: ['camera.dark'],
      announced: true,
      analysisId: analysis.id,
      sourceName: 'scene-1.mp4',
    });
    const folder = analysisKey(analysis.id);
    const files = (await bench.media.list(folder, 50)).map(({ key }) => key.slice(folder.length + 1));
    expect(files.toSorted()).toEqual([
      'activity.gz',
      `clips/${incident.id}.mp4`,
      'incidents.json',
      `key-frames/${incident.id}.jpg`,
      'report.html',
      'timeline.bin',
    ]);

    const messages = await bench.messages();
    const of = (topic: string): string[] => messages.filter((message) => message.topic === topic).map(({ type }) => type);
    expect(of('analysis')).toEqual(['new', 'update', 'end']);
    expect(of('incident')).toEqual(['new', 'update']);
    expect(of('job').at(0)).toBe('new');
    expect(of('job').at(-1)).toBe('end');
    expect(JSON.stringify(messages)).not.toContain('leaseToken');
  });

  it('keeps what people made of an incident when it is found again', async () => {
    const [before] = await incidentsOf(first);
    await bench.store.incidents.update(before.id, (record) => ({ ...record, status: 'confirmed', note: 'the lens' }));
    await using _ = startWorker(bench.context, { times: quick });
    const { analysis, job } = await submit(first);
    expect(await bench.untilEnded(job.id)).toMatchObject({ state: 'done' });
    expect(await incidentsOf(first)).toMatchObject([
      { id: before.id, status: 'confirmed', note: 'the lens', analysisId: analysis.id, decidedAt: before.decidedAt },
    ]);
  });

  it('puts a paused job aside at a checkpoint and goes on from there', async () => {
    const video = await addScene(2, longScene);
    await using _ = startWorker(bench.context, { times: quick });
    const { job } = await submit(video);
    await bench.until(job.id, isUnderWay);
    await setJobPaused(bench.context, job.id, true);
    const paused = await bench.until(job.id, ({ state }) => state === 'queued');
    expect(paused).toMatchObject({ paused: true, attempts: 0 });
    expect(paused.checkpointSeconds).toBeGreaterThanOrEqual(3);
    await setJobPaused(bench.context, job.id, false);
    const ended = await bench.untilEnded(job.id);
    expect(ended.checkpointSeconds).toBeGreaterThan(paused.checkpointSeconds ?? Infinity);
    expect(outcomes(ended)).toEqual(['released', 'done']);
    expect(await incidentsOf(video)).toHaveLength(1);
  });

  it('cancels a running job and leaves nothing of it', async () => {
    const video = await addScene(3, longScene);
    await using _ = startWorker(bench.context, { times: quick });
    const { analysis, job } = await submit(video);
    await bench.until(job.id, isUnderWay);
    await cancelJob(bench.context, job.id, 'not wanted');
    expect(await bench.untilEnded(job.id)).toMatchObject({ state: 'cancelled', error: { message: 'not wanted' } });
    expect(analysisProcesses()).toEqual([]);
    await bench.untilAnalysis(analysis.id, ({ state }) => state === 'cancelled');
    expect(await incidentsOf(video)).toEqual([]);
    const again = await requeueJob(bench.context, job.id);
    expect(again.state).toBe('queued');
    expect(await bench.store.analyses.get(analysis.id)).toMatchObject({ state: 'queued', error: null });
    await cancelJob(bench.context, job.id, 'not wanted');
    expect(await bench.store.analyses.get(analysis.id)).toMatchObject({ state: 'cancelled' });
  });

  it('gives its jobs back when it is stopped, and another worker goes on', async () => {
    const video = await addScene(4, longScene);
    const worker = startWorker(bench.context, { times: quick });
    const { job } = await submit(video);
    await bench.until(job.id, isUnderWay);
    await worker.stop();
    const released = await bench.store.jobs.get(job.id);
    expect(released).toMatchObject({ state: 'queued', attempts: 0, leaseOwner: null });
    expect(released?.checkpointSeconds).toBeGreaterThanOrEqual(3);
    await using _ = startWorker(bench.context, { times: quick, name: 'second' });
    const ended = await bench.untilEnded(job.id);
    expect(ended.attemptLog.map(({ worker: name }) => name).at(-1)).toBe('second');
    expect(outcomes(ended)).toEqual(['released', 'done']);
    expect(await incidentsOf(video)).toHaveLength(1);
  });

  it.skipIf(!hasProcfs)('outlives a process that dies and goes on from its checkpoint (needs /proc)', async () => {
    const video = await addScene(5, longScene);
    await using _ = startWorker(bench.context, { times: quick });
    const { job } = await submit(video);
    await bench.until(job.id, isUnderWay);
    for (const id of analysisProcesses()) process.kill(id, 'SIGKILL');
    const ended = await bench.untilEnded(job.id);
    expect(ended.state).toBe('done');
    expect(outcomes(ended)).toEqual(['failed', 'done']);
    expect(ended.attemptLog[0].reason).toContain('SIGKILL');
    expect(await incidentsOf(video)).toHaveLength(1);
  });

  it.skipIf(!hasProcfs)('stops at once when its lease is lost: here the clock jumps by an hour (needs /proc)', async () => {
    const video = await addScene(6, longScene);
    const types = ['analyse-video'] as const;
    await using _ = startWorker(bench.context, { times: quick, name: 'one', types });
    const { job } = await submit(video);
    await bench.until(job.id, isUnderWay);
    bench.clockShiftMs = 3_600_000;
    await using __ = startWorker(bench.context, { times: quick, name: 'other', types });
    const taken = await bench.until(job.id, ({ attempts }) => attempts === 2);
    const ended = await bench.untilEnded(job.id);
    expect(taken.attemptLog[0]).toMatchObject({ worker: 'one', outcome: 'lost' });
    expect(ended).toMatchObject({ state: 'done', attempts: 2 });
    expect(await incidentsOf(video)).toHaveLength(1);
    // and back: nothing depends on it
    bench.clockShiftMs = 0;
  });

  it('fails a file that is no video at once, in its own name', async () => {
    const file = bench.path('nonsense.mp4');
    await writeFile(file, 'no video at all');
    const video = await bench.addVideo(file, 'nonsense.mp4');
    await using _ = startWorker(bench.context, { times: quick });
    const { analysis, job } = await submit(video);
    const ended = await bench.untilEnded(job.id);
    expect(ended).toMatchObject({ state: 'failed', attempts: 1, error: { code: 'not-media' } });
    expect(ended.error?.message).toContain('nonsense.mp4');
    expect(ended.error?.message).not.toContain(bench.folder);
    await bench.untilAnalysis(analysis.id, ({ state }) => state === 'failed');
  });

  it('learns a profile, shows what a correction changes, and applies it', async () => {
    const kept = join(bench.media.temporaryFolder('work'), 'features', first.sha256);
    await rm(kept, { recursive: true });
    await using _ = startWorker(bench.context, { times: quick });
    const footage = [{ videoId: first.id, startSeconds: null, endSeconds: 6.5 }];
    const order = { profileId: null, name: 'gate', footage, extend: false, requestedBy: 'tester' };
    const learning = await submitLearning(bench.context, order);
    expect(await bench.untilEnded(learning.job.id)).toMatchObject({ state: 'done' });
    // what was looked at for it need not be looked at again
    await expect.poll(() => existsSync(join(kept, 'checkpoint'))).toBe(true);
    const learned = await bench.store.profiles.get(learning.profile.id);
    expect(learned).toMatchObject({ state: 'ready', revision: 1, revisions: [{ change: 'learned', by: 'tester' }] });
    expect(learned?.fileKey).toBe(profileKey(learning.profile.id, learned?.profileVersion ?? ''));
    expect(await bench.media.stat(learned?.fileKey ?? '')).not.toBeNull();

    const [incident] = await incidentsOf(first);
    const preview = await submitCorrectionPreview(bench.context, {
      profileId: learning.profile.id,
      incidentIds: [incident.id],
      createdBy: 'tester',
    });
    expect(await bench.untilEnded(preview.job.id)).toMatchObject({ state: 'done' });
    const shown = await bench.store.corrections.get(preview.correction.id);
    expect(shown).toMatchObject({ state: 'ready', error: null });
    const missed = shown?.vanishing.includes(incident.id) ? [incident.id] : [];
    expect(shown?.missedConfirmed).toEqual(missed);

    const applied = await applyCorrection(bench.context, { correctionId: preview.correction.id, requestedBy: 'tester' });
    expect(applied.correction.state).toBe('applied');
    expect(await bench.untilEnded(applied.job.id)).toMatchObject({ state: 'done' });
    const extended = await bench.store.profiles.get(learning.profile.id);
    expect(extended?.revisions.map(({ change }) => change)).toEqual(['learned', 'extended']);
    expect(extended?.calibrationSeconds).toBeGreaterThan(learned?.calibrationSeconds ?? Infinity);
    // recordings of the same name are told apart by what they are kept under
    expect(extended?.sources.map(({ id }) => id)).toEqual([...(learned?.sources ?? []).map(({ id }) => id), incident.videoId]);
    expect(learned?.sources.every(({ id }) => id !== undefined)).toBe(true);
  });

  it('makes poster and sprite', async () => {
    await using _ = startWorker(bench.context, { times: quick });
    const { job } = await submitPreviews(bench.context, { video: first });
    expect(await bench.untilEnded(job.id)).toMatchObject({ state: 'done' });
    const key = previewKey(first.sha256);
    const files = (await bench.media.list(key, 10)).map((entry) => entry.key.slice(key.length + 1));
    expect(files.toSorted()).toEqual(['poster.jpg', 'sprite.jpg', 'sprite.json']);
    const geometry: unknown = JSON.parse(await bench.readText(`${key}/sprite.json`));
    expect(geometry).toEqual({ tileWidth: 160, tileHeight: 120, columns: 10, rows: 2, tiles: 15, secondsPerTile: 1 });
  });
});
