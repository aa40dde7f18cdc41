import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startWebReceiver, type WebReceiver } from '../testing/web-receiver.ts';
import { AddressPolicy } from './address-policy.ts';
import { guardedPost } from './guarded-post.ts';

async function receiver(host?: string): Promise<WebReceiver> {
  const started = await startWebReceiver(host);
  onTestFinished(() => started[Symbol.asyncDispose]());
  return started;
}

const loopback = new AddressPolicy(['127.0.0.0/8']);
const post = { headers: { 'x-test': '1' }, body: 'hello' };

test('a post arrives, and the answer comes back', async () => {
  const hook = await receiver();
  hook.answer = (reply) => void reply.writeHead(503, { 'retry-after': '7' }).end('later');
  expect(await guardedPost(loopback, { ...post, url: hook.url })).toEqual({ status: 503, text: 'later', retryAfterSeconds: 7 });
  expect(hook.posts).toMatchObject([
    { path: '/hook', headers: { 'x-test': '1', 'content-length': '5' }, body: Buffer.from('hello') },
  ]);
});

test('a name that changes its mind is asked once, and the connection goes to what was checked', async () => {
  const hook = await receiver('127.0.0.1');
  let asked = 0;
  const policy = new AddressPolicy(['127.0.0.1'], async () => [
    { address: ++asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 },
  ]);
  const url = `http://rebinding.example:${hook.port}/hook`;
  await guardedPost(policy, { ...post, url });
  expect(hook.posts).toMatchObject([{ headers: { host: `rebinding.example:${hook.port}` } }]);
  expect(asked).toBe(1);
  await expect(guardedPost(policy, { ...post, url })).rejects.toMatchObject({ code: 'address-refused' });
  expect(hook.posts).toHaveLength(1);
});

test('nothing is sent to a private address, whatever its name', async () => {
  const hook = await receiver();
  const policy = new AddressPolicy([], async () => [{ address: '127.0.0.1', family: 4 }]);
  for (const url of [hook.url, hook.url.replace('127.0.0.1', 'public.example'), hook.url.replace('127.0.0.1', '2130706433')])
    await expect(guardedPost(policy, { ...post, url })).rejects.toMatchObject({ code: 'address-refused' });
  expect(hook.posts).toEqual([]);
});

test('a redirect is not followed', async () => {
  const [hook, inside] = [await receiver(), await receiver()];
  hook.answer = (reply) => void reply.writeHead(307, { location: inside.url }).end();
  expect(await guardedPost(loopback, { ...post, url: hook.url })).toMatchObject({ status: 307 });
  expect(inside.posts).toEqual([]);
});

test('an endless answer is cut off', async () => {
  const hook = await receiver();
  hook.answer = (reply) => {
    reply.on('error', () => undefined);
    const fill = (): void => {
      while (!reply.destroyed && reply.write(Buffer.alloc(16_384, 'x')));
    };
    reply.on('drain', fill);
    fill();
  };
  const { text } = await guardedPost(loopback, { ...post, url: hook.url });
  expect(text).toHaveLength(1000);
});

test('who does not answer, or not to the end, is given up', async () => {
  const silent = createServer((socket) => void socket.on('error', () => undefined).resume());
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as AddressInfo;
  const halfway = await receiver();
  halfway.answer = (reply) => void reply.writeHead(200).write('half');
  for (const url of [`http://127.0.0.1:${port}/`, halfway.url])
    await expect(guardedPost(loopback, { ...post, url }, 100)).rejects.toMatchObject({
      code: 'delivery-failed',
      message: expect.stringContaining('within 100 ms'),
    });
});

test('nobody there is a failure to deliver', async () => {
  const hook = await startWebReceiver();
  await hook[Symbol.asyncDispose]();
  await expect(guardedPost(loopback, { ...post, url: hook.url })).rejects.toMatchObject({ code: 'delivery-failed' });
});
