import proxyAddress from '@fastify/proxy-addr';
import type { FastifyRequest } from 'fastify';

/** Path segments without anything that means something else in an address or a page. */
const prefixPattern = /^(?:\/[A-Za-z0-9._~-]+){1,8}$/;

/**
 * Reads the path below which a proxy shows the service, from `X-Forwarded-Prefix`.
 *
 * @returns A function that gives the prefix without a slash at its end; undefined where no trusted proxy tells one.
 */
export function prefixReader(trustedProxies: readonly string[] | null): (request: FastifyRequest) => string | undefined {
  if (trustedProxies === null) return () => undefined;
  const isTrusted = proxyAddress.compile([...trustedProxies]);
  return ({ headers, socket }) => {
    const given = headers['x-forwarded-prefix'];
    if (typeof given !== 'string' || !isTrusted(socket.remoteAddress ?? '', 0)) return undefined;
    const prefix = given.replace(/\/$/, '');
    return prefixPattern.test(prefix) && !prefix.split('/').some((part) => part === '.' || part === '..') ? prefix : undefined;
  };
}
