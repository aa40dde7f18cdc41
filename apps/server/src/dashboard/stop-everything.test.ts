import { expect, onTestFinished, test } from 'vitest';
import { openApiBench } from '../api/testing/api-bench.ts';
import { connectTo, startFeed } from '../feed/testing/feed-setup.ts';
import { dashboardRoutes } from './dashboard-routes.ts';

test('whoever stops everything or lets it go on, all clients of all services are told', async () => {
  const feedOfBench = { clientCount: 0, newest: 0, isLive: true };
  const bench = await openApiBench((context) => dashboardRoutes(context, feedOfBench));
  onTestFinished(() => bench[Symbol.asyncDispose]());
  const { send, context } = bench;
  const clients = [await connectTo(await startFeed(context.store)), await connectTo(await startFeed(context.store))];
  const controls = ['stop-everything', 'stop-everything', 'resume'];
  for (const control of controls) await send({ method: 'POST', url: `/dashboard/v1/${control}`, as: 'operator' });
  for (const client of clients) {
    await client.untilMessages(2);
    // what was stopped already is no news
    expect(client.messages).toMatchObject([
      { topic: 'settings', type: 'update', record: { id: 'settings', queuePaused: true } },
      { topic: 'settings', type: 'update', record: { id: 'settings', queuePaused: false } },
    ]);
  }
});
