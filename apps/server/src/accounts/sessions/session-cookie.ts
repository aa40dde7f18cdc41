import type { FastifyRequest } from 'fastify';
import { addressHeader } from '../library/account-library.ts';

/** Name of the session's cookie; the prefix makes browsers refuse it without TLS or from another host (RFC 6265bis, 4.1.3). */
export function sessionCookieName(secureCookies: boolean): string {
  return secureCookies ? '__Host-vigil_session' : 'vigil_session';
}

/** Value of a cookie as it was sent, still encoded; null where there is none. */
export function sentCookie(request: FastifyRequest, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** The headers of a request that the account library gets to see: the session, the browser's name and the checked address. */
export function libraryHeaders(request: FastifyRequest, cookieName: string): Headers {
  const headers = new Headers({ [addressHeader]: request.ip });
  const cookie = sentCookie(request, cookieName);
  if (cookie !== null) headers.set('cookie', `${cookieName}=${cookie}`);
  const agent = request.headers['user-agent'];
  if (agent !== undefined) headers.set('user-agent', agent.slice(0, 300));
  return headers;
}

/** Values of `Set-Cookie` that the library answers with, of the session's cookie alone. */
export function setCookies(headers: Headers, cookieName: string): readonly string[] {
  return headers.getSetCookie().filter((cookie) => cookie.startsWith(`${cookieName}=`));
}
