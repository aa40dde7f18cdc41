import { appendFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnalysisResult, AnalysisTimeline } from '@vigil/contracts';
import { analysisKey, openDiskMediaStore, timelineFileName } from '@vigil/media-store';
import { encodeTimeline, timelineSourceOf } from '@vigil/pipeline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Timelines } from '../analyses/timelines.ts';
import { removeFootage } from '../retention/remove-footage.ts';
import { analysisRoutes } from './analysis-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { sampleResult } from './testing/sample-evidence.ts';
import { addAnalysis, addVideo } from './testing/sample-records.ts';

const frames = 6000;
const seconds = Array.from({ length: frames }, (_, frame) => frame / 10);
const result: AnalysisResult = {
  ...sampleResult,
  source: { ...sampleResult.source, durationSeconds: 650 },
  timeline: {
    seconds,
    fused: seconds.map((at) => (at === 432.1 ? 7.5 : 0.25)),
    modalities: { motion: seconds.map((at) => (at < 100 ? null : 1)) },
  },
};
const folder = analysisKey('a-1');
const file = `${folder}/${timelineFileName}`;

let bench: ApiBench;
beforeEach(async () => {
  bench = await openApiBench(analysisRoutes);
  await addAnalysis(bench.context.store, 'a-1');
});
afterEach(() => bench[Symbol.asyncDispose]());

async function putResult(): Promise<void> {
  await bench.context.media.write(`${folder}/incidents.json`, `${JSON.stringify(result, null, 2)}\n`);
}

async function putTimeline(): Promise<void> {
  await bench.context.media.write(file, await encodeTimeline(timelineSourceOf(result)));
}

async function ask(query = '', id = 'a-1') {
  const { status, body } = await bench.send({ url: `/api/v1/analyses/${id}/timeline?${query}`, as: 'viewer' });
  return { status, body: body as unknown as AnalysisTimeline & { readonly code?: string } };
}

describe('the timeline of an analysis', () => {
  it('is the whole recording where no part is named, in 1500 entries at most', async () => {
    await putTimeline();
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      durationSeconds: 650,
      thresholdSurprise: 3,
      exact: false,
      gaps: [{ startSeconds: 599.9, endSeconds: 650 }],
    });
    expect(body.timeline.seconds.length).toBeLessThanOrEqual(1500);
    expect(body.timeline.fused[body.timeline.seconds.indexOf(432.1)]).toBe(7.5);
    expect(body.timeline.modalities.motion?.slice(0, 2)).toEqual([null, null]);
  });

  it('is what the result says where the frames are few enough', async () => {
    await putTimeline();
    expect((await ask('points=5000&startSeconds=400&endSeconds=500')).body).toEqual({
      durationSeconds: 650,
      thresholdSurprise: 3,
      exact: true,
      secondsPerEntry: 0.1,
      gaps: [],
      timeline: {
        seconds: seconds.slice(4000, 5001),
        fused: result.timeline.fused.slice(4000, 5001),
        modalities: { motion: result.timeline.modalities.motion?.slice(4000, 5001) },
      },
    });
  });

  it('of an analysis from before is made from its result, once, however many ask', async () => {
    await putResult();
    const answers = await Promise.all(['', '', 'points=100', 'startSeconds=10&endSeconds=20'].map((query) => ask(query)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers[3].body.timeline.seconds).toEqual(seconds.slice(100, 201));
    const { media } = bench.context;
    const made = await media.stat(file);
    expect(made?.sizeBytes).toBe((await encodeTimeline(timelineSourceOf(result))).length);
    await media.remove(`${folder}/incidents.json`);
    expect((await ask()).body).toEqual(answers[0].body);
  });

  it.each([
    ['cut off', (path: string) => truncate(path, 3000)],
    ['empty', (path: string) => truncate(path, 0)],
    ['followed by something', (path: string) => appendFile(path, 'x')],
    ['something else', (path: string) => writeFile(path, 'something else')],
  ])('whose file is %s is made anew', async (_, damage) => {
    await putResult();
    await putTimeline();
    const { body } = await ask();
    const path = join(bench.folder, 'media', file);
    await damage(path);
    expect(await ask()).toEqual({ status: 200, body });
    expect((await bench.context.media.stat(file))?.sizeBytes).toBe((await encodeTimeline(timelineSourceOf(result))).length);
  });

  it('is answered where there is no room to keep it', async () => {
    await putResult();
    const { context } = bench;
    const options = { folder: join(bench.folder, 'media'), quotaBytes: 1, reserveBytes: 1, clock: context.clock };
    await using media = await openDiskMediaStore(options);
    const { timeline } = await new Timelines({ ...context, media }).read('a-1', {
      startSeconds: 10,
      endSeconds: 20,
      points: 500,
    });
    expect(timeline.seconds).toEqual(seconds.slice(100, 201));
    expect(await media.stat(file)).toBeNull();
  });

  it('goes with the other files of its video', async () => {
    const { store, media, clock, log } = bench.context;
    await addVideo(store, 'v-1');
    await putResult();
    await putTimeline();
    const later = (): number => clock() + 3_600_000;
    await removeFootage({ store, media, clock: later, log, signal: new AbortController().signal }, 'v-1', 'age');
    expect(await media.stat(file)).toBeNull();
    expect(await ask()).toMatchObject({ status: 410, body: { code: 'gone' } });
  });

  it('says why there is none', async () => {
    await addAnalysis(bench.context.store, 'a-running', { state: 'running' });
    expect(await ask('', 'a-running')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await ask('', 'a-none')).status).toBe(404);
    expect((await ask()).status).toBe(410);
    expect((await bench.send({ url: '/api/v1/analyses/a-1/timeline', as: null })).status).toBe(401);
  });

  it.each([
    'startSeconds=20&endSeconds=10',
    'startSeconds=20&endSeconds=20',
    'endSeconds=0',
    'startSeconds=-1',
    'startSeconds=x',
    'startSeconds=1e3',
    'startSeconds=',
    'endSeconds=Infinity',
    'points=9',
    'points=5001',
    'points=1.5',
    'points=many',
    'points=100&more=1',
  ])('refuses %s', async (query) => {
    await putTimeline();
    expect(await ask(query)).toMatchObject({ status: 400, body: { code: 'bad-request' } });
  });

  it('behind the end of the recording is nothing', async () => {
    await putTimeline();
    expect((await ask('startSeconds=1000')).body).toMatchObject({ exact: true, gaps: [], timeline: { seconds: [], fused: [] } });
  });
});
