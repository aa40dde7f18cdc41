import { randomUUID } from 'node:crypto';
import { errorBodySchema, VigilError } from '@vigil/contracts';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Caller, mayUse } from './access.ts';
import { replyWithErrors } from './error-replies.ts';
import type { ReplyForm, RouteDefinition } from './route.ts';
import { serveOpenApi } from './open-api.ts';

/** What an app is built with. */
export interface AppOptions {
  readonly service: 'api' | 'dashboard';
  readonly version: string;
  readonly log: FastifyBaseLogger;
  /** Proxies whose forwarding headers are believed; null believes none. */
  readonly trustedProxies: readonly string[] | null;
  /** Finds out who sends a request; null for nobody. @throws VigilError `origin-refused`, `rate-limited`, `store-unavailable` */
  readonly authenticate: (request: FastifyRequest) => Promise<Caller | null>;
  /** Whether replies are held against their schemas, for tests: a reply that breaks its schema becomes an internal error. */
  readonly checkReplies: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; null for nobody. */
    caller: Caller | null;
  }
}

/** Ids of proxies are taken over where they cannot do harm in a log. */
const requestIdPattern = /^[A-Za-z0-9._-]{8,64}$/;
const errorStatuses = [400, 401, 403, 404, 409, 413, 415, 429, 500, 503];

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
    disableRequestLogging: true,
    bodyLimit: 1024 * 1024,
    requestTimeout: 0,
    routerOptions: { maxParamLength: 256 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(({ schema }) => (options.checkReplies ? checkedJson(schema) : JSON.stringify));
  replyWithErrors(app);
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
  await serveOpenApi(app, options);
  await extend?.(app);
  for (const definition of routes) register(app, definition, options);
  return app;
}

function register(app: FastifyInstance, definition: RouteDefinition, options: AppOptions): void {
  const { method, url, access, summary, tag, params, query, body, replies, bodyLimitBytes, rateLimit } = definition;
  const [firstStatus] = Object.keys(replies).map(Number);
  app.route({
    method,
    url,
    ...(bodyLimitBytes === undefined ? {} : { bodyLimit: bodyLimitBytes }),
    config: { access, rateLimit: rateLimit ? { max: rateLimit.max, timeWindow: rateLimit.windowSeconds * 1000 } : undefined },
    schema: {
      summary,
      tags: [tag],
      operationId: `${method.toLowerCase()}${url.replaceAll(/[^A-Za-z0-9]+(.?)/g, (_, next: string) => next.toUpperCase())}`,
      ...(access === 'public' ? {} : { security: [{ session: [] }, ...(access.scope === null ? [] : [{ apiKey: [] }])] }),
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      response: { ...mapReplies(replies), ...Object.fromEntries(errorStatuses.map((status) => [status, errorBodySchema])) },
    },
    onRequest: async (request) => {
      if (access === 'public') return;
      request.caller = await options.authenticate(request);
      if (request.caller === null) throw new VigilError('not-signed-in', 'Sign in, or send an API key that is valid');
      if (!mayUse(access, request.caller)) {
        const asked =
          request.caller.scopes === null
            ? `the role ${access.role}`
            : `the role ${access.role} and the scope ${access.scope ?? '(sessions only)'}`;
        throw new VigilError('forbidden', `This needs ${asked}`, { role: access.role, scope: access.scope });
      }
    },
    handler: async (request, reply) => {
      const { params: givenParams, query: givenQuery, body: givenBody, caller } = request;
      reply.code(firstStatus);
      const answer = await definition.handler({
        params: givenParams,
        query: givenQuery,
        body: givenBody,
        caller,
        request,
        reply,
      } as Parameters<RouteDefinition['handler']>[0]);
      return answer === undefined && !reply.sent ? reply.send() : answer;
    },
  });
}

function mapReplies(replies: Readonly<Record<number, ReplyForm>>): Record<number, unknown> {
  const forms = Object.entries(replies).map(([status, form]) => {
    if (form === null) return [status, z.undefined().describe('Nothing')];
    if (form instanceof z.ZodType) return [status, form];
    return [status, { description: form.description, content: { [form.contentType]: { schema: z.any() } } }];
  });
  return Object.fromEntries(forms) as Record<number, unknown>;
}

function checkedJson(schema: unknown): (data: unknown) => string {
  return (data) => {
    const result = schema instanceof z.ZodType ? schema.safeParse(data) : null;
    if (result?.success === false) throw new Error(`The reply breaks its schema: ${z.prettifyError(result.error)}`);
    return JSON.stringify(data);
  };
}
