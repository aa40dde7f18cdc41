import { expect, onTestFinished, test } from 'vitest';
import { startWebReceiver } from '../notifications/testing/web-receiver.ts';
import { notificationRoutes } from './notification-routes.ts';
import { type ApiBench, openApiBench } from './testing/api-bench.ts';
import { sampleRule } from '../notifications/testing/sample-rule.ts';

async function openBench(environment: Record<string, string> = {}): Promise<ApiBench> {
  const bench = await openApiBench(notificationRoutes, environment);
  onTestFinished(() => bench[Symbol.asyncDispose]());
  return bench;
}

const rules = '/api/v1/notifications/rules';
const allowed = { ALLOWED_PRIVATE_HOSTS: '127.0.0.1' };
const webhook = { channel: 'webhook', url: 'http://127.0.0.1:9/services/T0PSECRET' };
const make = (bench: ApiBench, values: object = {}) =>
  bench.send({ method: 'POST', url: rules, as: 'operator', body: { name: 'Falls', target: webhook, ...values } });

test('a rule is made, shown without its secrets, changed, snoozed and removed', async () => {
  const bench = await openBench(allowed);
  const made = await make(bench);
  expect(made).toMatchObject({
    status: 201,
    body: {
      name: 'Falls',
      enabled: true,
      leastSeverity: 'warning',
      coolDownSeconds: 60,
      snoozedUntil: null,
      ownerId: 'user-operator',
      target: { channel: 'webhook', address: 'http://127.0.0.1:9' },
      secret: expect.stringMatching(/^[\w-]{43}$/),
    },
  });
  const { secret } = made.body as unknown as { secret: string };
  const url = `${rules}/${made.body.id}`;
  const shown = await bench.send({ url });
  const list = await bench.send({ url: rules });
  expect(list.body.items).toMatchObject([{ id: made.body.id }]);
  expect(shown.text + list.text).not.toMatch(new RegExp(`T0PSECRET|${secret}`));
  const change = { snoozedUntil: '2030-01-01T00:00:00+01:00', target: { ...webhook, url: 'http://127.0.0.1:10/' }, version: 1 };
  expect(await bench.send({ method: 'PATCH', url, body: change })).toMatchObject({
    status: 200,
    body: { version: 2, snoozedUntil: '2029-12-31T23:00:00.000Z', target: { address: 'http://127.0.0.1:10' }, secret: null },
  });
  expect((await bench.context.store.notificationRules.get(made.body.id))?.target).toMatchObject({ secret });
  expect(await bench.send({ method: 'PATCH', url, body: { enabled: false, version: 1 } })).toMatchObject({ status: 409 });
  expect(await bench.send({ method: 'DELETE', url })).toMatchObject({ status: 204 });
  expect(await bench.send({ url })).toMatchObject({ status: 404 });
  const { items } = await bench.context.store.audit.list({ limit: 10, order: 'oldest-first' });
  expect(items.map(({ action }) => action)).toEqual([
    'notification-rule.create',
    'notification-rule.change',
    'notification-rule.remove',
  ]);
  expect(JSON.stringify(items)).not.toContain(secret);
  expect(JSON.stringify(items)).not.toContain('T0PSECRET');
});

test.each<[string, object, number, string]>([
  ['a private address', { target: { channel: 'webhook', url: 'http://192.168.0.1/' } }, 400, 'address-refused'],
  ['metadata of a cloud', { target: { channel: 'webhook', url: 'http://169.254.169.254/' } }, 400, 'address-refused'],
  [
    'a push service inside',
    { target: { channel: 'web-push', endpoint: 'https://[::1]/', keys: { p256dh: 'x', auth: 'y' } } },
    400,
    'address-refused',
  ],
  ['another scheme', { target: { channel: 'webhook', url: 'file:///etc/passwd' } }, 400, 'bad-request'],
  ['a short secret', { target: { ...webhook, secret: 'short' } }, 400, 'bad-request'],
  ['mail without a server', { target: { channel: 'email', to: ['a@example.org'] } }, 400, 'bad-request'],
  ['MQTT without a broker', { target: { channel: 'mqtt', topic: 'vigil/{kind}' } }, 400, 'bad-request'],
  ['a topic with wildcards', { target: { channel: 'mqtt', topic: 'vigil/#' } }, 400, 'bad-request'],
  ['an unknown kind', { kinds: ['motion.sideways'] }, 400, 'bad-request'],
  ['an unknown zone', { schedule: { timeZone: 'Mars/Olympus', days: [1], from: '00:00', to: '01:00' } }, 400, 'bad-request'],
  ['no time', { schedule: { timeZone: 'UTC', days: [1], from: '24:00', to: '01:00' } }, 400, 'bad-request'],
  ['an unknown field', { colour: 'red' }, 400, 'bad-request'],
])('no rule with %s', async (_, values, status, code) => {
  const bench = await openBench(allowed);
  expect(await make(bench, values)).toMatchObject({ status, body: { code } });
  expect(await bench.context.store.notificationRules.count({}, 10)).toBe(0);
});

test('viewers see which channels there are, and no rules', async () => {
  const bench = await openBench({ SMTP_URL: 'smtp://127.0.0.1:1', SMTP_FROM: 'vigil@example.org' });
  const channels = await bench.send({ url: '/api/v1/notifications/channels', as: 'viewer' });
  expect(channels).toMatchObject({ status: 200, body: { webhook: true, email: true, mqtt: false, webPush: true } });
  expect(await bench.send({ url: '/api/v1/notifications/channels' })).toMatchObject({ body: channels.body });
  expect(await bench.send({ url: rules, as: 'viewer' })).toMatchObject({ status: 403 });
});

test('a rule is tried out', async () => {
  const bench = await openBench(allowed);
  const hook = await startWebReceiver();
  onTestFinished(() => hook[Symbol.asyncDispose]());
  const made = await make(bench, { target: { ...webhook, url: hook.url } });
  const url = `${rules}/${made.body.id}/test`;
  expect(await bench.send({ method: 'POST', url })).toMatchObject({ status: 200 });
  expect(JSON.parse(String(hook.posts[0].body))).toMatchObject({ event: 'test', rule: { name: 'Falls' }, incident: null });
  hook.answer = (reply) => void reply.writeHead(500).end('inner secrets');
  const failed = await bench.send({ method: 'POST', url });
  expect(failed).toMatchObject({ status: 422, body: { code: 'delivery-failed' } });
  expect(failed.text).not.toContain('inner secrets');
});

test('what failed can be tried again, what was sent not', async () => {
  const bench = await openBench(allowed);
  const { deliveries, notificationRules } = bench.context.store;
  await notificationRules.insert(sampleRule('r-1'));
  const delivery = {
    ruleId: 'r-1',
    incidentId: 'i-1',
    attempts: 8,
    notBefore: '2026-01-01T00:00:00.000Z',
    problem: 'no',
    sentAt: null,
  };
  await deliveries.insert({ ...delivery, id: 'd-1', state: 'failed' });
  await deliveries.insert({ ...delivery, id: 'd-2', state: 'sent' });
  const failed = await bench.send({ url: '/api/v1/notifications/deliveries?state=failed' });
  expect(failed.body.items).toMatchObject([{ id: 'd-1', problem: 'no' }]);
  const retry = (id: string) =>
    bench.send({ method: 'POST', url: `/api/v1/notifications/deliveries/${id}/retry`, as: 'operator' });
  expect(await retry('d-1')).toMatchObject({ status: 200, body: { state: 'waiting', attempts: 0, problem: null } });
  expect(await retry('d-2')).toMatchObject({ status: 409 });
  expect(await retry('d-3')).toMatchObject({ status: 404 });
});
