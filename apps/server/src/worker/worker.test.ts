import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisKey } from '@vigil/media-store';
import { submitAnalysis } from '../jobs/submit.ts';
import { shortScene, writeScene } from './testing/write-scene.ts';
import { WorkerBench } from './testing/worker-bench.ts';
import { startWorker } from './worker.ts';

let bench: WorkerBench;
let file: string;

beforeAll(async () => {
  bench = await WorkerBench.open();
  file = bench.path('scene.mp4');
  await writeScene(file, shortScene);
});
afterAll(() => bench[Symbol.asyncDispose]());

describe('a worker', () => {
  it('analyses a video in a process of its own and tells the feed of all of it', async () => {
    const video = await bench.addVideo(file, 'gate.mp4');
    await using worker = startWorker(bench.context);
    const order = { video, profileId: null, budgetIncidentsPerDay: 10, requestedBy: 'tester' };
    const { analysis, job } = await submitAnalysis(bench.context, order);
    const ended = await bench.untilEnded(job.id);
    await worker.stop();
    expect(ended, JSON.stringify(bench.logged)).toMatchObject({ state: 'done', attempts: 1, error: null });
    expect(await bench.store.analyses.get(analysis.id)).toMatchObject({ state: 'done', incidentCount: 1 });

    const { items } = await bench.store.incidents.list({ filter: { videoId: video.id }, limit: 50 });
    expect(items).toMatchObject([{ kinds: ['camera.dark'], announced: true, analysisId: analysis.id, sourceName: 'gate.mp4' }]);
    const [incident] = items;
    const files = (await bench.media.list(analysisKey(analysis.id), 50)).map(({ key }) =>
      key.slice(analysisKey(analysis.id).length + 1),
    );
    expect(files.toSorted()).toEqual([
      `clips/${incident.id}.mp4`,
      'incidents.json',
      `key-frames/${incident.id}.jpg`,
      'report.html',
    ]);

    const messages = await bench.messages();
    const of = (topic: string): string[] => messages.filter((message) => message.topic === topic).map(({ type }) => type);
    expect(of('analysis')).toEqual(['new', 'update', 'end']);
    expect(of('incident')).toEqual(['new', 'update']);
    expect(of('job').at(0)).toBe('new');
    expect(of('job').at(-1)).toBe('end');
  });
});
