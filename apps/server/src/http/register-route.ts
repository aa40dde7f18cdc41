import { VigilError } from '@vigil/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, mayUse } from './access.ts';
import { takeRawBodies } from './body-parsers.ts';
import { documentedReplies } from './documented-replies.ts';
import type { RouteDefinition } from './route.ts';

/** Finds out who sends a request; null for nobody. */
type Authenticate = (request: FastifyRequest) => Promise<Caller | null>;

/** The name of a route in OpenAPI, from which clients make the names of functions. */
export function operationIdOf({ method, url }: RouteDefinition): string {
  return `${method.toLowerCase()}${url.replaceAll(/[^A-Za-z0-9]+(.?)/g, (_, next: string) => next.toUpperCase())}`;
}

/** Registers one row of the route table. */
export function registerRoute(app: FastifyInstance, definition: RouteDefinition, authenticate: Authenticate): void {
  const { rawBody } = definition;
  if (rawBody === undefined) {
    app.route(routeOptions(definition, authenticate));
    return;
  }
  app.register(async (scope) => {
    takeRawBodies(scope, rawBody);
    scope.route(routeOptions(definition, authenticate));
  });
}

function routeOptions(definition: RouteDefinition, authenticate: Authenticate) {
  const { method, url, access, summary, tag, params, query, body, replies, bodyLimitBytes, rateLimit } = definition;
  const [firstStatus] = Object.keys(replies).map(Number);
  return {
    method,
    url,
    ...(bodyLimitBytes === undefined ? {} : { bodyLimit: bodyLimitBytes }),
    config: { access, ...(rateLimit ? { rateLimit: { max: rateLimit.max, timeWindow: rateLimit.windowSeconds * 1000 } } : {}) },
    schema: {
      summary,
      tags: [tag],
      operationId: operationIdOf(definition),
      ...(access === 'public' ? {} : { security: [{ session: [] }, ...(access.scope === null ? [] : [{ apiKey: [] }])] }),
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      response: documentedReplies(definition),
    },
    onRequest: async (request: FastifyRequest) => {
      if (access === 'public') return;
      request.caller = await authenticate(request);
      if (request.caller === null) throw new VigilError('not-signed-in', 'Sign in, or send an API key that is valid');
      if (mayUse(access, request.caller)) return;
      const asked =
        request.caller.scopes === null
          ? `the role ${access.role}`
          : `the role ${access.role} and the scope ${access.scope ?? '(sessions only)'}`;
      throw new VigilError('forbidden', `This needs ${asked}`, { role: access.role, scope: access.scope });
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const { params: givenParams, query: givenQuery, body: givenBody, caller } = request;
      reply.code(firstStatus);
      const call = { params: givenParams, query: givenQuery, body: givenBody, caller, request, reply };
      const answer = await definition.handler(call as Parameters<RouteDefinition['handler']>[0]);
      return answer === undefined && !reply.sent ? reply.send() : answer;
    },
  };
}
