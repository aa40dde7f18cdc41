import { createHmac } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notificationPayloadSchema } from '@vigil/contracts';
import { openDiskMediaStore } from '@vigil/media-store';
import { openSqliteStore } from '@vigil/store';
import { expect, onTestFinished, test } from 'vitest';
import { sampleIncidentRecord } from '../../testing/sample-incident.ts';
import { AddressPolicy } from '../outbound/address-policy.ts';
import { startMailReceiver } from '../testing/mail-receiver.ts';
import { startMqttBroker } from '../testing/mqtt-broker.ts';
import { PushBrowser, vapidClaims } from '../testing/push-message.ts';
import { startWebReceiver } from '../testing/web-receiver.ts';
import type { Notification } from './channel.ts';
import { emailChannel } from './email.ts';
import { mqttChannel } from './mqtt.ts';
import { vapidKeys } from './vapid-keys.ts';
import { webPushChannel } from './web-push.ts';
import { webhookChannel } from './webhook.ts';

const policy = new AddressPolicy(['127.0.0.1']);
const clock = (): number => Date.parse('2026-11-23T12:00:00Z');
const incident = sampleIncidentRecord('i-1', {
  startSeconds: 12,
  endSeconds: 18,
  severity: 'critical',
  kinds: ['pose.fall', 'pose.lying'],
  sourceName: 'Yard <north>',
  title: 'Somebody falls & lies',
  keyFrame: 'i-1.jpg',
});
const notification: Notification = {
  deliveryId: 'd-1',
  rule: { id: 'r-1', name: 'Falls' },
  incident,
  url: 'https://vigil.example/incidents/i-1',
  sentAt: '2026-11-23T12:00:00.000Z',
};

function used<Resource extends AsyncDisposable>(resource: Resource): Resource {
  onTestFinished(() => resource[Symbol.asyncDispose]());
  return resource;
}

const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'vigil-notify-'));

test('a webhook gets signed JSON', async () => {
  const hook = used(await startWebReceiver());
  const channel = used(webhookChannel({ policy, clock, version: '1.2.3' }));
  const secret = 'a secret of some length';
  await channel.send(notification, { channel: 'webhook', url: hook.url, secret });
  await channel.send({ ...notification, incident: null }, { channel: 'webhook', url: hook.url, secret });
  const [{ headers, body }, { body: tried }] = hook.posts;
  const expected = createHmac('sha256', secret)
    .update(`1795435200.${String(body)}`)
    .digest('hex');
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': 'Vigil/1.2.3',
    'vigil-delivery': 'd-1',
    'vigil-timestamp': '1795435200',
    'vigil-signature': `v1=${expected}`,
  });
  const payload = notificationPayloadSchema.parse(JSON.parse(String(body)));
  expect(payload).toMatchObject({
    event: 'incident',
    incident: { id: 'i-1', kinds: ['pose.fall', 'pose.lying'] },
    url: notification.url,
  });
  expect(notificationPayloadSchema.parse(JSON.parse(String(tried)))).toMatchObject({ event: 'test', incident: null });
  expect(String(body)).not.toContain(secret);
});

test.each([
  [301, { status: 301, permanent: false }],
  [404, { status: 404, permanent: false }],
  [410, { status: 410, permanent: true, gone: true }],
  [429, { status: 429, retryAfterSeconds: 30 }],
  [500, { status: 500, permanent: false }],
])('a webhook that answers %i has not taken it', async (status, details) => {
  const hook = used(await startWebReceiver());
  hook.answer = (reply) => void reply.writeHead(status, status === 429 ? { 'retry-after': '30' } : {}).end('secret page');
  const channel = used(webhookChannel({ policy, clock, version: '1' }));
  const sent = channel.send(notification, { channel: 'webhook', url: hook.url, secret: 'x'.repeat(16) });
  await expect(sent).rejects.toMatchObject({
    code: 'delivery-failed',
    details,
    message: expect.not.stringContaining('secret page'),
  });
});

test('a mail holds the picture, the link and no markup from others', async () => {
  const server = used(await startMailReceiver());
  const folder = temporaryFolder();
  const media = used(await openDiskMediaStore({ folder, quotaBytes: null, reserveBytes: 1 }));
  const smtp = { url: server.url, from: 'Vigil <vigil@example.org>' };
  const channel = used(emailChannel({ smtp, media }));
  expect(await channel.isComplete?.(notification)).toBe(false);
  await media.write('evidence/analysis-1/i-1.jpg', Buffer.from('a picture'));
  expect(await channel.isComplete?.(notification)).toBe(true);
  await channel.send(notification, { channel: 'email', to: ['a@example.org', 'b@example.org'] });
  expect(server.mails).toHaveLength(1);
  const [{ from, to, source }] = server.mails;
  expect([from, to]).toEqual(['vigil@example.org', ['a@example.org', 'b@example.org']]);
  expect(source).toContain('Message-ID: <d-1@vigil>');
  expect(source).toContain('Content-ID: <key-frame@vigil>');
  expect(source).toContain(Buffer.from('a picture').toString('base64'));
  const plain = source.replaceAll(/=\r\n/g, '').replaceAll('=3D', '=');
  expect(plain).toContain('Subject: Yard <north>: Somebody falls & lies');
  expect(plain).toContain('<a href="https://vigil.example/incidents/i-1">');
  expect(plain).toContain('Yard &lt;north&gt;: Somebody falls &amp; lies');
  expect(plain).toContain('0:00:12 to 0:00:18');
});

test('a mail without a picture goes out, and what the server refuses is told without its words', async () => {
  const server = used(await startMailReceiver());
  const media = used(await openDiskMediaStore({ folder: temporaryFolder(), quotaBytes: null, reserveBytes: 1 }));
  const channel = used(emailChannel({ smtp: { url: server.url, from: 'vigil@example.org' }, media }));
  await channel.send({ ...notification, incident: null, url: null }, { channel: 'email', to: ['a@example.org'] });
  expect(server.mails[0]?.source).toContain('Test of the notification rule');
  server.refusal = 451;
  const refused = channel.send(notification, { channel: 'email', to: ['a@example.org'] });
  await expect(refused).rejects.toMatchObject({ code: 'delivery-failed', message: 'The mail server answered 451' });
  await server[Symbol.asyncDispose]();
  const gone = channel.send(notification, { channel: 'email', to: ['a@example.org'] });
  await expect(gone).rejects.toMatchObject({ code: 'delivery-failed', message: 'The mail server could not be reached' });
});

test('a browser can read what the push service gets, and the push service knows who sends it', async () => {
  const service = used(await startWebReceiver());
  service.answer = (reply) => void reply.writeHead(201).end();
  const store = used(await openSqliteStore({ file: join(temporaryFolder(), 'vigil.sqlite') }));
  const channel = used(webPushChannel({ policy, store, contact: 'mailto:admin@example.org' }));
  const browser = new PushBrowser();
  const target = { channel: 'web-push', endpoint: service.url, keys: browser.keys } as const;
  await channel.send(notification, target);
  await channel.send({ ...notification, incident: { ...incident, title: 'x'.repeat(5000) } }, target);
  const [post, long] = service.posts;
  expect(browser.read(post)).toEqual({
    title: 'Yard <north>: Somebody falls & lies',
    severity: 'critical',
    incidentId: 'i-1',
    url: notification.url,
  });
  expect(post.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high', ttl: '86400' });
  expect(long.body.length).toBeLessThan(4096);
  const { claims, publicKey } = vapidClaims(post);
  expect(claims).toMatchObject({ aud: new URL(service.url).origin, sub: 'mailto:admin@example.org' });
  expect(publicKey).toBe((await vapidKeys(store)).publicKey);
  expect(() => new PushBrowser().read(post)).toThrow('authenticate data');
});

test('two processes that begin at once have the same push keys', async () => {
  const file = join(temporaryFolder(), 'vigil.sqlite');
  const stores = [used(await openSqliteStore({ file })), used(await openSqliteStore({ file }))];
  const [one, other] = await Promise.all(stores.map((store) => vapidKeys(store)));
  expect(one).toEqual(other);
});

test('a browser that has left is gone, one with broken keys is not tried again', async () => {
  const service = used(await startWebReceiver());
  service.answer = (reply) => void reply.writeHead(410).end();
  const store = used(await openSqliteStore({ file: join(temporaryFolder(), 'vigil.sqlite') }));
  const channel = used(webPushChannel({ policy, store, contact: 'mailto:admin@example.org' }));
  const left = channel.send(notification, { channel: 'web-push', endpoint: service.url, keys: new PushBrowser().keys });
  await expect(left).rejects.toMatchObject({ code: 'delivery-failed', details: { gone: true, permanent: true } });
  const broken = channel.send(notification, { channel: 'web-push', endpoint: service.url, keys: { p256dh: 'x', auth: 'y' } });
  await expect(broken).rejects.toMatchObject({ code: 'delivery-failed', details: { permanent: true } });
});

test('the broker gets a message by source and kind, also after it cut the connection', async () => {
  const broker = used(await startMqttBroker());
  const channel = used(mqttChannel({ brokerUrl: broker.url }));
  const target = { channel: 'mqtt', topic: 'vigil/{sourceId}/{kind}/{severity}' } as const;
  await channel.send(notification, target);
  broker.cut();
  await expect
    .poll(() =>
      channel.send({ ...notification, incident: { ...incident, sourceId: 'a/#/b' } }, target).then(() => 'sent', String),
    )
    .toBe('sent');
  expect(broker.messages[0]).toMatchObject({ topic: 'vigil/source-1/pose.fall/critical', qos: 1, retain: false });
  expect(broker.messages.at(-1)).toMatchObject({ topic: 'vigil/a___b/pose.fall/critical' });
  expect(notificationPayloadSchema.parse(JSON.parse(broker.messages[0].payload))).toMatchObject({ event: 'incident' });
});

test('no broker is a failure to deliver', async () => {
  const broker = await startMqttBroker();
  await broker[Symbol.asyncDispose]();
  const channel = used(mqttChannel({ brokerUrl: broker.url }));
  const sent = channel.send(notification, { channel: 'mqtt', topic: 'vigil' });
  await expect(sent).rejects.toMatchObject({ code: 'delivery-failed' });
});
