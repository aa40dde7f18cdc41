import { expect, test } from 'vitest';
import { AddressPolicy, type Resolver } from './address-policy.ts';
import { isPublicAddress } from './public-address.ts';

test.each(['8.8.8.8', '93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '2a00:1450:4001:830::200e'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '2001:db8::1',
  'no address',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

const resolver =
  (...addresses: string[]): Resolver =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const open = resolver('93.184.216.34');

test.each([
  ['http://127.0.0.1/', open],
  ['http://2130706433/', open],
  ['http://0x7f000001/', open],
  ['http://0177.0.0.1/', open],
  ['http://127.1/', open],
  ['http://[::1]/', open],
  ['http://[::ffff:127.0.0.1]/', open],
  ['http://[::ffff:7f00:1]/', open],
  ['http://[fe80::1]/', open],
  ['http://169.254.169.254/latest/meta-data', open],
  ['http://localhost/', resolver('127.0.0.1', '::1')],
  ['http://metadata.google.internal/', resolver('169.254.169.254')],
  ['http://two-faced.example/', resolver('93.184.216.34', '10.0.0.1')],
  ['http://mapped.example/', resolver('::ffff:10.0.0.1')],
  ['http://mail.example:25/', open],
  ['http://shell.example:22/', open],
  ['ftp://files.example/', open],
  ['http://user:password@hooks.example/', open],
])('%s is refused', async (url, resolve) => {
  await expect(new AddressPolicy([], resolve).addressFor(new URL(url))).rejects.toMatchObject({ code: 'address-refused' });
});

test.each([
  ['https://hooks.example/path', []],
  ['http://hooks.example:8080/', []],
  ['http://127.0.0.1:9/', ['127.0.0.1']],
  ['http://[::1]:9/', ['::1']],
  ['http://10.9.8.7/', ['10.0.0.0/8']],
  ['http://[fd00::5]/', ['fd00::/8']],
  ['http://[::ffff:10.0.0.1]/', ['10.0.0.0/8']],
])('%s is allowed where %o are', async (url, allowed) => {
  expect(await new AddressPolicy(allowed, open).addressFor(new URL(url))).toMatchObject({ address: expect.any(String) });
});

test('an allowed name may be private, another of the same address may not', async () => {
  const policy = new AddressPolicy(['Receiver.Internal'], resolver('10.0.0.5'));
  expect(await policy.addressFor(new URL('http://receiver.internal:25/'))).toEqual({ address: '10.0.0.5', family: 4 });
  await expect(policy.addressFor(new URL('http://other.internal/'))).rejects.toMatchObject({ code: 'address-refused' });
});

test('a name without an address is no refusal: it may get one', async () => {
  const policy = new AddressPolicy([], () => Promise.reject(new Error('ENOTFOUND')));
  await expect(policy.addressFor(new URL('http://nowhere.example/'))).rejects.toMatchObject({ code: 'delivery-failed' });
});
