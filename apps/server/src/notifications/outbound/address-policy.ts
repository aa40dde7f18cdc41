import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { VigilError } from '@vigil/contracts';
import ipaddr from 'ipaddr.js';
import { isPublicAddress } from './public-address.ts';

/** An address that a name stands for. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Finds the addresses of a name. @throws Error where there are none */
export type Resolver = (host: string) => Promise<readonly ResolvedAddress[]>;

/** Asks as every program of the machine does. */
const systemResolver: Resolver = async (host) =>
  (await lookup(host, { all: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));

/** Where requests may go: to the public internet on usual ports, and to what the administrator allows. */
export class AddressPolicy {
  readonly #names = new Set<string>();
  readonly #ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  readonly #resolve: Resolver;

  /** @param allowed Names, addresses and ranges such as `10.0.0.0/8` that are allowed though they are private. */
  constructor(allowed: readonly string[], resolve: Resolver = systemResolver) {
    this.#resolve = resolve;
    for (const each of allowed) {
      const host = each.replace(/^\[|\]$/g, '').toLowerCase();
      if (ipaddr.isValidCIDR(host)) this.#ranges.push(ipaddr.parseCIDR(host));
      else if (isIP(host) !== 0) this.#ranges.push([ipaddr.process(host), isIP(host) === 4 ? 32 : 128]);
      else this.#names.add(host);
    }
  }

  /**
   * The address to connect to. Whoever connects to it, and not to the name, cannot be led elsewhere by a name that changes its mind.
   *
   * @throws VigilError `address-refused`, `delivery-failed` where the name has no address
   */
  async addressFor(url: URL): Promise<ResolvedAddress> {
    const host = url.hostname
      .replace(/^\[|\]$/g, '')
      .replace(/\.$/, '')
      .toLowerCase();
    if (url.protocol !== 'http:' && url.protocol !== 'https:') refuse(host, 'only http and https are spoken');
    if (url.username !== '' || url.password !== '') refuse(host, 'an address with a password in it would end in logs');
    const found = await this.#addressesOf(host);
    const isAllowed = this.#names.has(host) || found.every(({ address }) => this.#isAllowed(address));
    if (isAllowed) return found[0];
    const inside = found.find(({ address }) => !isPublicAddress(address) && !this.#isAllowed(address));
    if (inside !== undefined) refuse(host, 'it lies in this machine or in a private network; an administrator may allow it');
    requireUsualPort(url, host);
    return found[0];
  }

  async #addressesOf(host: string): Promise<readonly ResolvedAddress[]> {
    const version = isIP(host);
    if (version !== 0) return [{ address: host, family: version === 6 ? 6 : 4 }];
    let found: readonly ResolvedAddress[] = [];
    try {
      found = await this.#resolve(host);
    } catch (error) {
      throw new VigilError('delivery-failed', `The name ${host} has no address`, { host }, error);
    }
    if (found.length === 0) throw new VigilError('delivery-failed', `The name ${host} has no address`, { host });
    return found;
  }

  #isAllowed(text: string): boolean {
    const address = ipaddr.process(text);
    return this.#ranges.some(([base, bits]) => base.kind() === address.kind() && address.match([base, bits] as never));
  }
}

/** Below 1024 only the ports of the web: what else listens there is no receiver of notifications. */
function requireUsualPort(url: URL, host: string): void {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (port === 80 || port === 443 || port >= 1024) return;
  refuse(host, `port ${port} is none of 80, 443 and those from 1024 on`);
}

function refuse(host: string, reason: string): never {
  throw new VigilError('address-refused', `Nothing is sent to ${host}: ${reason}`, { host });
}
