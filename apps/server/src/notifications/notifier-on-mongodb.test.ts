import { randomUUID } from 'node:crypto';
import { openMongoStore, type Store } from '@vigil/store';
import { mongoMissing, testMongoServer } from '@vigil/store/testing';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openApiBench } from '../api/testing/api-bench.ts';
import { addIncident } from '../api/testing/sample-records.ts';
import { openAuditLog } from '../audit/audit-log.ts';
import type { ServerContext } from '../server-context.ts';
import { startNotifier } from './start-notifier.ts';
import { sampleRule } from './testing/sample-rule.ts';
import { startWebReceiver } from './testing/web-receiver.ts';

const missing = mongoMissing(inject('mongodbUrl'));
/** The machine may be busy; a second, the usual limit, is too short then. */
const patient = { timeout: 20_000 };

describe.skipIf(missing !== null)(`notifications on MongoDB ${missing ?? ''}`, () => {
  const parts = new AsyncDisposableStack();
  const contexts: ServerContext[] = [];

  beforeAll(async () => {
    const { url } = parts.use(await testMongoServer(inject('mongodbUrl')));
    const databaseName = `vigil-notify-${randomUUID().slice(0, 8)}`;
    const { context } = parts.use(await openApiBench(() => [], { ALLOWED_PRIVATE_HOSTS: '127.0.0.1' }));
    for (let i = 0; i < 2; i++) {
      const store = parts.use(await openMongoStore({ url, databaseName }));
      contexts.push({ ...context, store, audit: openAuditLog(store) });
    }
    parts.defer(() => contexts[0].store.clear());
  });
  afterAll(() => parts.disposeAsync());

  async function raise(store: Store, id: string): Promise<void> {
    const record = await addIncident(store, id, { severity: 'critical' });
    await store.events.append([{ topic: 'incident', type: 'new', record }]);
  }

  test('two processes tell each incident once, and the next goes on where they stopped', async () => {
    const [{ store }] = contexts;
    await using hook = await startWebReceiver();
    const target = { channel: 'webhook', url: hook.url, secret: 'x'.repeat(16) } as const;
    await store.notificationRules.insert(sampleRule('r-1', { target, coolDownSeconds: 0 }));
    const told = async (): Promise<string[]> => {
      const { items } = await store.deliveries.list({ limit: 50 });
      return items.map(({ incidentId, state }) => `${incidentId} ${state}`).toSorted();
    };
    {
      await using _ = startNotifier(contexts[0]);
      await using __ = startNotifier(contexts[1]);
      await expect.poll(() => store.serviceStates.get('notifier'), patient).not.toBeNull();
      for (const id of ['i-1', 'i-2', 'i-3', 'i-4']) await raise(contexts[Number(id.at(-1)) % 2].store, id);
      await hook.untilPosts(4);
      await expect.poll(told, patient).toEqual(['i-1 sent', 'i-2 sent', 'i-3 sent', 'i-4 sent']);
    }
    await raise(store, 'i-5');
    await using _ = startNotifier(contexts[1]);
    await hook.untilPosts(5);
    await expect.poll(told, patient).toEqual(['i-1 sent', 'i-2 sent', 'i-3 sent', 'i-4 sent', 'i-5 sent']);
    expect(hook.posts).toHaveLength(5);
  });
});
