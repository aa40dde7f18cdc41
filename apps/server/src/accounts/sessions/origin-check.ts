import { VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';

const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

/** Tells requests of our own pages from those that other pages make a browser send. */
export interface OriginCheck {
  /** Whether pages of an origin may send requests, besides those of the own host. */
  allows(origin: string): boolean;
  /**
   * For a request that a cookie authenticates: one that changes something, or opens a WebSocket, must name where it comes from.
   *
   * @throws VigilError `origin-refused`
   */
  requireKnown(request: FastifyRequest): void;
  /** For a request that gives a cookie out: it may leave its origin out, as scripts do. @throws VigilError `origin-refused` */
  requireNotForeign(request: FastifyRequest): void;
}

/**
 * Checks `Origin`, and `Sec-Fetch-Site` where there is none (Fetch Standard, 3.2; Fetch Metadata Request Headers, 2.3).
 * Browsers set both, and pages cannot. Over TLS the own host counts with `https:` only.
 */
export function originCheck({
  corsOrigins,
  secureCookies,
}: {
  readonly corsOrigins: readonly string[];
  readonly secureCookies: boolean;
}): OriginCheck {
  const allowed = new Set(corsOrigins);
  const isKnown = (request: FastifyRequest): boolean | null => {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (origin !== undefined) return allowed.has(origin) || isOwn(origin, request.host, secureCookies);
    return site === undefined ? null : site === 'same-origin' || site === 'none';
  };
  const refuse = ({ headers }: FastifyRequest): never => {
    const { origin = null, 'sec-fetch-site': site } = headers;
    const page = origin?.slice(0, 200) ?? (site === undefined ? null : `a page of another site (${String(site).slice(0, 20)})`);
    const text =
      page === null
        ? 'A request with a cookie must say in its Origin header which page it comes from; programs send an API key instead'
        : `Requests from ${page} are not accepted; CORS_ORIGINS lists whose are`;
    throw new VigilError('origin-refused', text, { origin: origin?.slice(0, 200) ?? null });
  };
  return {
    allows: (origin) => allowed.has(origin),
    requireKnown: (request) => {
      const changes = !readingMethods.includes(request.method);
      const opensSocket = request.headers.upgrade?.toLowerCase() === 'websocket';
      if ((changes || opensSocket) && isKnown(request) !== true) refuse(request);
    },
    requireNotForeign: (request) => {
      if (isKnown(request) === false) refuse(request);
    },
  };
}

function isOwn(origin: string, host: string, secure: boolean): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  if (protocol !== 'https:' && (secure || protocol !== 'http:')) return false;
  // a port that is the scheme's own is left out by browsers, and by some proxies kept
  return (
    originHost === host.toLowerCase() || originHost === host.toLowerCase().replace(protocol === 'https:' ? /:443$/ : /:80$/, '')
  );
}
