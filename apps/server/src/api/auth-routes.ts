import { passwordChangeSchema, recordParamsSchema, sessionListSchema } from '@vigil/contracts';
import type { AccountContext } from '../accounts/account-context.ts';
import { revokeSession } from '../accounts/sessions/own-session.ts';
import { listSessions } from '../accounts/sessions/session-records.ts';
import { changePassword } from '../accounts/users/change-password.ts';
import { personal } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { sessionRoutes, setCookies } from './session-routes.ts';

/** Signing in and out, and the own sessions and password. */
export function authRoutes(accounts: AccountContext): readonly RouteDefinition[] {
  return [
    ...sessionRoutes(accounts),
    route({
      method: 'POST',
      url: '/api/v1/auth/change-password',
      access: personal,
      summary: 'Change the own password; all other sessions end',
      tag: 'account',
      body: passwordChangeSchema,
      replies: { 204: null },
      rateLimit: { max: 20, windowSeconds: 60 },
      handler: async ({ body, caller, request, reply }) =>
        setCookies(reply, await changePassword(accounts, request, caller, body)),
    }),
    route({
      method: 'GET',
      url: '/api/v1/auth/sessions',
      access: personal,
      summary: 'The own open sessions, the newest 200',
      tag: 'account',
      replies: { 200: sessionListSchema },
      handler: async ({ caller }) => ({ items: await listSessions(accounts, caller.userId, caller.sessionId) }),
    }),
    route({
      method: 'DELETE',
      url: '/api/v1/auth/sessions/:id',
      access: personal,
      summary: 'End one of the own sessions',
      tag: 'account',
      params: recordParamsSchema,
      replies: { 204: null },
      handler: async ({ params, caller, request }) =>
        revokeSession(accounts, request, { userId: caller.userId, sessionId: params.id }),
    }),
  ];
}
