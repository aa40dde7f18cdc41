import { signedInSchema, signInSchema } from '@vigil/contracts';
import type { FastifyReply } from 'fastify';
import type { AccountContext } from '../accounts/account-context.ts';
import { renewSession, signOut } from '../accounts/sessions/own-session.ts';
import { signIn } from '../accounts/sessions/sign-in.ts';
import { personal } from '../http/access.ts';
import { publicRoute, route, type RouteDefinition } from '../http/route.ts';

/** Signing in and out, for every service that has pages of its own. */
export function sessionRoutes(accounts: AccountContext): readonly RouteDefinition[] {
  return [
    publicRoute({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      summary: 'Sign in; the reply sets the cookie of the session',
      tag: 'account',
      body: signInSchema,
      replies: { 200: signedInSchema },
      errors: ['not-signed-in', 'forbidden'],
      rateLimit: { max: 60, windowSeconds: 60 },
      handler: async ({ body, request, reply }) => {
        const { cookies, ...signedIn } = await signIn(accounts, request, body);
        setCookies(reply, cookies);
        return signedIn;
      },
    }),
    route({
      method: 'POST',
      url: '/api/v1/auth/sign-out',
      access: personal,
      summary: 'End the session that asks',
      tag: 'account',
      replies: { 204: null },
      handler: async ({ caller, request, reply }) => setCookies(reply, await signOut(accounts, request, caller)),
    }),
    route({
      method: 'GET',
      url: '/api/v1/auth/session',
      access: personal,
      summary: 'Who is signed in; prolongs the session',
      tag: 'account',
      replies: { 200: signedInSchema },
      handler: async ({ caller, request, reply }) => {
        const { cookies, ...signedIn } = await renewSession(accounts, request, caller);
        setCookies(reply, cookies);
        return signedIn;
      },
    }),
  ];
}

/** Sends cookies, where there are any. */
export function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  if (cookies.length > 0) reply.header('set-cookie', [...cookies]);
}
