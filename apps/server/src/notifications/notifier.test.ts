import { notificationPayloadSchema, type Delivery, type IncidentRecord } from '@vigil/contracts';
import { openSqliteStore } from '@vigil/store';
import { expect, onTestFinished, test } from 'vitest';
import { type ApiBench, openApiBench } from '../api/testing/api-bench.ts';
import { addIncident } from '../api/testing/sample-records.ts';
import { openAuditLog } from '../audit/audit-log.ts';
import type { ServerContext } from '../server-context.ts';
import { attemptDelivery } from './deliveries/attempt-delivery.ts';
import { openChannels } from './channels/open-channels.ts';
import { planDeliveries } from './deliveries/plan-deliveries.ts';
import { startNotifier } from './start-notifier.ts';
import { PushBrowser } from './testing/push-message.ts';
import { sampleRule } from './testing/sample-rule.ts';
import { startWebReceiver, type WebReceiver } from './testing/web-receiver.ts';

function used<Resource extends AsyncDisposable>(resource: Resource): Resource {
  onTestFinished(() => resource[Symbol.asyncDispose]());
  return resource;
}

const openBench = async (): Promise<ApiBench> =>
  used(await openApiBench(() => [], { ALLOWED_PRIVATE_HOSTS: '127.0.0.1', PUBLIC_URL: 'https://vigil.example/' }));
const startHook = async (): Promise<WebReceiver> => used(await startWebReceiver());
const webhook = (hook: WebReceiver) => ({ channel: 'webhook', url: hook.url, secret: 'x'.repeat(16) }) as const;

/** Stores an incident and tells the feed of it, as a worker does. */
async function raise({ store }: ServerContext, id: string, values: Partial<IncidentRecord> = {}): Promise<void> {
  const record = await addIncident(store, id, values);
  await store.events.append([{ topic: 'incident', type: 'new', record }]);
}

/** The machine may be busy; a second, the usual limit, is too short then. */
const patient = { timeout: 20_000 };

const deliveries = async ({ store }: ServerContext): Promise<readonly Delivery[]> =>
  (await store.deliveries.list({ limit: 200, order: 'oldest-first' })).items;
const states = async (context: ServerContext): Promise<string[]> => (await deliveries(context)).map(({ state }) => state);
const incidentIds = (hook: WebReceiver): string[] =>
  hook.posts.map(({ body }) => notificationPayloadSchema.parse(JSON.parse(String(body))).incident?.id ?? '');

test('an incident is told once, by the rules that are for it', async () => {
  const { context } = await openBench();
  const hook = await startHook();
  await raise(context, 'before', { severity: 'critical' });
  const notifier = used(startNotifier(context));
  await context.store.notificationRules.insert(sampleRule('r-1', { target: webhook(hook), leastSeverity: 'critical' }));
  // the first start begins at the newest message: only what comes after it is told
  await expect.poll(() => context.store.serviceStates.get('notifier'), patient).not.toBeNull();
  await raise(context, 'i-1', { severity: 'critical' });
  await raise(context, 'i-2', { severity: 'info' });
  await raise(context, 'i-3', { severity: 'critical' });
  await hook.untilPosts(2);
  await expect.poll(() => states(context), patient).toEqual(['sent', 'sent']);
  expect(incidentIds(hook)).toEqual(['i-1', 'i-3']);
  const payload = notificationPayloadSchema.parse(JSON.parse(String(hook.posts[0].body)));
  expect(payload.url).toBe('https://vigil.example/incidents/i-1');
  await notifier[Symbol.asyncDispose]();
  expect((await context.store.serviceStates.get('notifier'))?.values).toEqual({ position: 4 });
});

test('what was raised while no process was there is told by the next, once', async () => {
  const { context } = await openBench();
  const hook = await startHook();
  await startNotifier(context)[Symbol.asyncDispose]();
  await context.store.notificationRules.insert(sampleRule('r-1', { target: webhook(hook) }));
  const first = startNotifier(context);
  await raise(context, 'i-1');
  await hook.untilPosts(1);
  await first[Symbol.asyncDispose]();
  await raise(context, 'i-2');
  used(startNotifier(context));
  await hook.untilPosts(2);
  await expect.poll(() => states(context), patient).toEqual(['sent', 'sent']);
  expect(incidentIds(hook)).toEqual(['i-1', 'i-2']);
});

test('several processes on one store tell each incident once', async () => {
  const { context, folder } = await openBench();
  const hook = await startHook();
  await context.store.notificationRules.insert(sampleRule('r-1', { target: webhook(hook), coolDownSeconds: 0 }));
  for (let i = 0; i < 3; i++) {
    const store = used(await openSqliteStore({ file: `${folder}/vigil.sqlite` }));
    used(startNotifier({ ...context, store, audit: openAuditLog(store) }));
  }
  await expect.poll(() => context.store.serviceStates.get('notifier'), patient).not.toBeNull();
  const ids = Array.from({ length: 20 }, (_, i) => `i-${i}`);
  for (const id of ids) await raise(context, id);
  await hook.untilPosts(20);
  await expect.poll(() => states(context), patient).toEqual(ids.map(() => 'sent'));
  expect(incidentIds(hook).sort()).toEqual(ids.sort());
}, 30_000);

test('messages that are read again plan nothing a second time, and a cool-down holds for each source', async () => {
  const { context } = await openBench();
  const { store } = context;
  const unknownZone = { timeZone: 'Mars/Olympus', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' };
  await store.notificationRules.insert(sampleRule('r-0', { schedule: unknownZone }));
  await store.notificationRules.insert(sampleRule('r-1', { coolDownSeconds: 600 }));
  for (const [id, sourceId] of [
    ['i-1', 'yard'],
    ['i-2', 'yard'],
    ['i-3', 'gate'],
  ] as const)
    await raise(context, id, { sourceId });
  const messages = await store.events.after(0, 100);
  expect([await planDeliveries(context, messages), await planDeliveries(context, messages)]).toEqual([2, 0]);
  const later = messages
    .slice(1, 2)
    .map((message) => ({ ...message, at: new Date(Date.parse(message.at) + 601_000).toISOString() }));
  const record = await addIncident(store, 'i-4', { sourceId: 'yard' });
  expect(await planDeliveries(context, [{ ...later[0], topic: 'incident', type: 'new', record }])).toBe(1);
  const byId = Object.fromEntries((await deliveries(context)).map(({ incidentId, state }) => [incidentId, state]));
  expect(byId).toEqual({ 'i-1': 'waiting', 'i-2': 'cooling', 'i-3': 'waiting', 'i-4': 'waiting' });
});

test('a receiver that fails is tried again later, and in the end no more', async () => {
  const bench = await openBench();
  const hook = await startHook();
  hook.answer = (reply) => void reply.writeHead(500).end();
  let now = Date.now();
  const context = { ...bench.context, clock: () => now };
  const channels = used(openChannels(context));
  await context.store.notificationRules.insert(sampleRule('r-1', { target: webhook(hook) }));
  await raise(context, 'i-1');
  await planDeliveries(context, await context.store.events.after(0, 100));
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt++) {
    const [delivery] = await deliveries(context);
    await attemptDelivery({ ...context, channels }, delivery);
    const [after] = await deliveries(context);
    expect(after).toMatchObject({ attempts: attempt, problem: 'The receiver answered 500' });
    if (after.state === 'waiting') waits.push(Date.parse(after.notBefore) - now);
    now += 86_400_000;
  }
  expect(await states(context)).toEqual(['failed']);
  expect(hook.posts).toHaveLength(8);
  expect(new Set(hook.posts.map(({ headers }) => headers['vigil-delivery'])).size).toBe(1);
  expect(waits).toHaveLength(7);
  expect(waits.every((wait, i) => i === 0 || wait > waits[i - 1])).toBe(true);
});

test('an attempt is made by one process even if two have the same delivery at hand', async () => {
  const { context } = await openBench();
  const hook = await startHook();
  const channels = used(openChannels(context));
  await context.store.notificationRules.insert(sampleRule('r-1', { target: webhook(hook) }));
  await raise(context, 'i-1');
  await planDeliveries(context, await context.store.events.after(0, 100));
  const [delivery] = await deliveries(context);
  await Promise.all([1, 2, 3].map(() => attemptDelivery({ ...context, channels }, delivery)));
  expect(hook.posts).toHaveLength(1);
  expect(await states(context)).toEqual(['sent']);
});

test('a private address is refused for good, whatever the rule was made with', async () => {
  const bench = await openBench();
  const context = { ...bench.context, configuration: { ...bench.context.configuration, allowedPrivateHosts: [] } };
  const hook = await startHook();
  const channels = used(openChannels(context));
  await context.store.notificationRules.insert(sampleRule('r-1', { target: webhook(hook) }));
  await raise(context, 'i-1');
  await planDeliveries(context, await context.store.events.after(0, 100));
  await attemptDelivery({ ...context, channels }, (await deliveries(context))[0]);
  expect(await deliveries(context)).toMatchObject([{ state: 'failed', attempts: 1 }]);
  expect(hook.posts).toEqual([]);
});

test('a subscription that is gone takes its rule with it, and a removed rule its deliveries', async () => {
  const { context } = await openBench();
  const hook = await startHook();
  hook.answer = (reply) => void reply.writeHead(410).end();
  const target = { channel: 'web-push', endpoint: hook.url, keys: new PushBrowser().keys } as const;
  await context.store.notificationRules.insert(sampleRule('r-1', { target }));
  await context.store.notificationRules.insert(sampleRule('r-2', { target: webhook(hook) }));
  await raise(context, 'i-1');
  await planDeliveries(context, await context.store.events.after(0, 100));
  await context.store.notificationRules.remove('r-2');
  used(startNotifier(context));
  await expect.poll(() => states(context), patient).toEqual(['failed', 'failed']);
  await expect.poll(() => context.store.notificationRules.get('r-1'), patient).toBeNull();
  const problems = (await deliveries(context)).map(({ problem }) => problem).sort();
  expect(problems).toEqual(['The receiver answered 410', 'The rule was removed']);
  expect(hook.posts).toHaveLength(1);
});
