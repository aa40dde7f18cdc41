import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Access, Caller } from './access.ts';
import { parseBodies } from './body-parsers.ts';
import { answerBrokenRequests } from './broken-requests.ts';
import { asVigilError, replyWithErrors, sendError } from './error-replies.ts';
import { serveOpenApi } from './open-api/serve-open-api.ts';
import { registerRoute } from './register-route.ts';
import type { RouteDefinition } from './route.ts';
import { answerUnknownRequests } from './unknown-requests.ts';
import { requireWellFormed } from './well-formed.ts';

/** What an app is built with. */
export interface AppOptions {
  readonly service: 'api' | 'dashboard';
  readonly version: string;
  readonly log: FastifyBaseLogger;
  /** Proxies whose forwarding headers are believed; null believes none. */
  readonly trustedProxies: readonly string[] | null;
  /** Finds out who sends a request; null for nobody. @throws VigilError `origin-refused`, `rate-limited`, `store-unavailable` */
  readonly authenticate: (request: FastifyRequest) => Promise<Caller | null>;
  /** Name of the session's cookie, for OpenAPI. */
  readonly sessionCookie: string;
  /** Whether replies are held against their schemas, for tests: a reply that breaks its schema becomes an internal error. */
  readonly checkReplies: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; null for nobody. */
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    /** Who may use the route. */
    access?: Access;
  }
}

/** Ids of proxies are taken over where they cannot do harm in a log. */
const requestIdPattern = /^[A-Za-z0-9._-]{8,64}$/;

/**
 * Builds an app from a table of routes: one error format, request ids, roles before validation, OpenAPI from the same schemas. It does not listen.
 *
 * @param extend Registers what routes alone cannot say, such as a WebSocket; runs before the routes.
 */
export async function buildApp(
  options: AppOptions,
  routes: readonly RouteDefinition[],
  extend?: (app: FastifyInstance) => Promise<void>,
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log,
    trustProxy: options.trustedProxies === null ? false : [...options.trustedProxies],
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
    },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    requestTimeout: 0,
    routerOptions: { maxParamLength: 256 },
    frameworkErrors: (error, request, reply) => sendError(asVigilError(error), request, reply, error),
    clientErrorHandler: answerBrokenRequests,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(({ schema }) => (options.checkReplies ? checkedJson(schema) : JSON.stringify));
  replyWithErrors(app);
  parseBodies(app);
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, ip } = request;
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info(
      { method, route: routeOptions.url ?? null, status: reply.statusCode, milliseconds, ip, caller: request.caller?.id ?? null },
      'request',
    );
  });
  answerUnknownRequests(app, routes);
  app.addHook('preValidation', async ({ params, query, body }) => {
    requireWellFormed(params, 'params');
    requireWellFormed(query, 'query');
    requireWellFormed(body, 'body');
  });
  await serveOpenApi(app, options, routes);
  await extend?.(app);
  for (const definition of routes) registerRoute(app, definition, options.authenticate);
  return app;
}

function checkedJson(schema: unknown): (data: unknown) => string {
  return (data) => {
    const text = JSON.stringify(data);
    if (!(schema instanceof z.ZodType) || text === undefined) return text;
    const told: unknown = JSON.parse(text);
    const result = schema.safeParse(told);
    if (!result.success) throw new Error(`The reply breaks its schema: ${z.prettifyError(result.error)}`);
    if (!isDeepStrictEqual(result.data, told))
      throw new Error(`The reply holds what its schema does not name: ${text.slice(0, 500)}`);
    return text;
  };
}
