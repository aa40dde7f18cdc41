import {
  createdUserSchema,
  endedSessionsSchema,
  newUserSchema,
  pageQuerySchema,
  passwordResetReplySchema,
  passwordResetSchema,
  recordParamsSchema,
  sessionListSchema,
  userChangeSchema,
  userPageSchema,
  userSchema,
} from '@vigil/contracts';
import type { AccountContext } from '../accounts/account-context.ts';
import { revokeSessions } from '../accounts/sessions/own-session.ts';
import { listSessions } from '../accounts/sessions/session-records.ts';
import { changeUser, removeUser, resetPassword } from '../accounts/users/change-user.ts';
import { createUser } from '../accounts/users/create-user.ts';
import { listUsers } from '../accounts/users/list-users.ts';
import { requireUser } from '../accounts/users/user-records.ts';
import { administrating } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';

/** Users, for administrators. */
export function userRoutes(accounts: AccountContext): readonly RouteDefinition[] {
  const { store } = accounts;
  return [
    route({
      method: 'GET',
      url: '/api/v1/users',
      access: administrating,
      summary: 'Users by e-mail address',
      tag: 'users',
      query: pageQuerySchema.strict(),
      replies: { 200: userPageSchema },
      handler: async ({ query }) => listUsers(store, query),
    }),
    route({
      method: 'POST',
      url: '/api/v1/users',
      access: administrating,
      summary: 'Make a user; without a password one is generated and shown once',
      tag: 'users',
      body: newUserSchema,
      replies: { 201: createdUserSchema },
      handler: async ({ body, request }) => createUser(accounts, request, body),
    }),
    route({
      method: 'GET',
      url: '/api/v1/users/:id',
      access: administrating,
      summary: 'A user',
      tag: 'users',
      params: recordParamsSchema,
      replies: { 200: userSchema },
      handler: async ({ params }) => requireUser(store, params.id),
    }),
    route({
      method: 'PATCH',
      url: '/api/v1/users/:id',
      access: administrating,
      summary: 'Change name or role, disable or enable; one administrator always stays',
      tag: 'users',
      params: recordParamsSchema,
      body: userChangeSchema,
      replies: { 200: userSchema },
      handler: async ({ params, body, request }) => changeUser(accounts, request, params.id, body),
    }),
    route({
      method: 'DELETE',
      url: '/api/v1/users/:id',
      access: administrating,
      summary: 'Remove a user, end the sessions and revoke the keys; one administrator always stays',
      tag: 'users',
      params: recordParamsSchema,
      replies: { 204: null },
      handler: async ({ params, request }) => removeUser(accounts, request, params.id),
    }),
    route({
      method: 'POST',
      url: '/api/v1/users/:id/password',
      access: administrating,
      summary: 'Give a user another password and end all sessions; without a password one is generated and shown once',
      tag: 'users',
      params: recordParamsSchema,
      body: passwordResetSchema,
      replies: { 200: passwordResetReplySchema },
      handler: async ({ params, body, request }) => ({
        password: await resetPassword(accounts, request, params.id, body.password),
      }),
    }),
    route({
      method: 'GET',
      url: '/api/v1/users/:id/sessions',
      access: administrating,
      summary: "A user's open sessions, the newest 200",
      tag: 'users',
      params: recordParamsSchema,
      replies: { 200: sessionListSchema },
      handler: async ({ params, caller }) => {
        await requireUser(store, params.id);
        return { items: await listSessions(accounts, params.id, caller.sessionId) };
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/v1/users/:id/sessions',
      access: administrating,
      summary: 'End all sessions of a user',
      tag: 'users',
      params: recordParamsSchema,
      replies: { 200: endedSessionsSchema },
      handler: async ({ params, request }) => {
        await requireUser(store, params.id);
        return { ended: await revokeSessions(accounts, request, params.id) };
      },
    }),
  ];
}
