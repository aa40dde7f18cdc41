import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobRequest, worker } from '../contract/job-samples.ts';
import { newVideo } from '../contract/record-samples.ts';
import type { Store } from '../port/store.ts';
import { standInMissing, startStandIn, type StandIn } from '../testing/mongo-server.ts';
import { openMongoStore } from './open-mongo-store.ts';

const missing = standInMissing();

/** One call of each sort. */
function callsOf(store: Store): (() => Promise<unknown>)[] {
  return [
    () => store.ping(),
    () => store.videos.get('v'),
    () => store.videos.insert(newVideo('new')),
    () => store.videos.update('v', (video) => ({ ...video, held: true })),
    () => store.incidents.list({ limit: 10 }),
    () => store.incidents.statistics({ from: '2026-01-01', before: '2026-02-01' }),
    () => store.jobs.enqueue(jobRequest('new')),
    () => store.jobs.lease({ ...worker, leaseMs: 1000 }),
    () => store.events.after(0, 10),
    () => store.accounts.find('user', { where: [], limit: 1 }),
    () => store.exportRecords('videos', '', 10),
  ];
}

/** Calls again until the server serves. */
async function untilServed<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof VigilError) || error.code !== 'store-unavailable') throw error;
    }
  }
}

describe.skipIf(missing !== null)(`store on MongoDB: faults of the server ${missing ?? ''}`, () => {
  const parts = new AsyncDisposableStack();
  let server: StandIn;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vigil-mongo-'));
    parts.defer(() => rm(folder, { recursive: true, force: true }));
    server = parts.use(await startStandIn({ dataFolder: folder }));
  });
  afterAll(() => parts.disposeAsync());

  it('says that the server is gone, and works again when it is back', async () => {
    await using store = await openMongoStore({ url: server.url, databaseName: 'gone' });
    await store.videos.insert(newVideo('v'));
    server.signal('SIGKILL');
    const codes = await Promise.all(callsOf(store).map((call) => call().catch(({ code }: { code: string }) => code)));
    expect(codes).toEqual(codes.map(() => 'store-unavailable'));
    await server.restart();
    expect(await untilServed(() => store.videos.get('v'))).toMatchObject({ id: 'v', held: false });
    expect(await store.videos.get('new')).toBeNull();
    expect((await store.jobs.enqueue(jobRequest('new'))).added).toBe(true);
  });

  it('gives up a server that hangs, and works again when it goes on', async () => {
    await using store = await openMongoStore({ url: server.url, databaseName: 'hangs' });
    await store.videos.insert(newVideo('v'));
    server.signal('SIGSTOP');
    try {
      const calls = [store.videos.get('v'), store.ping(), store.videos.insert(newVideo('new'))];
      const codes = await Promise.all(calls.map((call) => call.catch(({ code }: { code: string }) => code)));
      expect(codes).toEqual(['store-unavailable', 'store-unavailable', 'store-unavailable']);
    } finally {
      server.signal('SIGCONT');
    }
    expect(await untilServed(() => store.videos.get('v'))).toMatchObject({ id: 'v' });
  });

  it('has everything that was acknowledged after kill -9 in mid-write, and ends every job once', async () => {
    await using store = await openMongoStore({ url: server.url, databaseName: 'killed' });
    const videos: string[] = [];
    const jobs: string[] = [];
    let messages = 0;
    for (const round of [1, 2]) {
      const target = videos.length + 12;
      const reached = Promise.withResolvers<void>();
      const writers = [1, 2, 3, 4].map(async (writer) => {
        for (let index = 0; ; index++) {
          const id = `${round}-${writer}-${index}`;
          await store.videos.insert(newVideo(id));
          videos.push(id);
          const { leaseToken: _, ...record } = (await store.jobs.enqueue(jobRequest(id))).job;
          jobs.push(id);
          messages += (await store.events.append([{ topic: 'job', type: 'new', record }])).length;
          if (videos.length >= target) reached.resolve();
        }
      });
      await reached.promise;
      server.signal('SIGKILL');
      const ends = await Promise.allSettled(writers);
      expect(ends.map((end) => end.status === 'rejected' && end.reason)).toMatchObject(
        ends.map(() => ({ code: 'store-unavailable' })),
      );
      await server.restart();
      expect((await untilServed(() => store.videos.getMany(videos))).map(({ id }) => id)).toEqual(videos);
      expect((await store.jobs.getMany(jobs)).map(({ id }) => id)).toEqual(jobs);
    }
    const kept = await store.events.after(0, 10_000);
    expect(kept.length).toBeGreaterThanOrEqual(messages);
    expect(kept.map(({ sequence }) => sequence)).toEqual(kept.map((_, index) => index + 1));
    const done: string[] = [];
    for (;;) {
      const leased = await store.jobs.lease({ ...worker, leaseMs: 600_000 });
      if (leased === null) break;
      if ((await store.jobs.finish(leased.job.id, leased.token, { state: 'done' })) !== null) done.push(leased.job.id);
    }
    expect(new Set(done).size).toBe(done.length);
    expect(done).toEqual(expect.arrayContaining(jobs));
    expect(await store.jobs.depth()).toEqual({ queued: 0, leased: 0, done: done.length, failed: 0, cancelled: 0 });
  });

  it('wakes the readers of the feed again after the server was gone', async () => {
    const options = { url: server.url, databaseName: 'feed' };
    await using store = await openMongoStore(options);
    await using writing = await openMongoStore(options);
    const { leaseToken: _, ...record } = (await writing.jobs.enqueue(jobRequest('a'))).job;
    let wakes = 0;
    let wake = (): void => undefined;
    const stop = store.events.watch(() => {
      wakes++;
      wake();
    });
    // Resolves at once where there was a wake since the last reading began.
    const wakeAfter = (known: number) =>
      new Promise<void>((resolve) => {
        wake = resolve;
        if (wakes > known) resolve();
      });
    let seen = 0;
    let known = 0;
    for (const round of [1, 2]) {
      const written = untilServed(() => writing.events.append([{ topic: 'job', type: 'new', record }]));
      while (seen < round) {
        await wakeAfter(known);
        known = wakes;
        seen += (await untilServed(() => store.events.after(seen, 1))).length;
      }
      expect(await written).toMatchObject([{ sequence: seen }]);
      if (round === 1) {
        server.signal('SIGKILL');
        await server.restart();
      }
    }
    stop();
  });
});
