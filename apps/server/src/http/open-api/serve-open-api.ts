import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { namedSchemas } from '@vigil/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { RouteDefinition } from '../route.ts';
import { finishDocument, type OpenApiDocument } from './finish-document.ts';
import { prefixReader } from './public-prefix.ts';

/** What the documents say of a service. */
export interface OpenApiOptions {
  readonly service: string;
  readonly version: string;
  /** Proxies whose `X-Forwarded-Prefix` is believed; null believes none. */
  readonly trustedProxies: readonly string[] | null;
  /** Name of the session's cookie. */
  readonly sessionCookie: string;
}

/** The page and what it loads come from here and nowhere else; Swagger UI sets styles by script. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Where the documents are found: at the root of the service, and below `/api` for proxies that pass on that part only. */
const places = ['', '/api'] as const;

/**
 * Serves `openapi.json` and `docs`, at the root and below `/api`. All addresses in them are relative, so that they hold behind a path
 * prefix that the service does not know of; where a trusted proxy tells the prefix, they are absolute.
 */
export async function serveOpenApi(
  app: FastifyInstance,
  { service, version, trustedProxies, sessionCookie }: OpenApiOptions,
  routes: readonly RouteDefinition[],
): Promise<void> {
  const nameComponents = createJsonSchemaTransformObject({ schemaRegistry: namedSchemas });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: `Vigil ${service}`, version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
          apiKey: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: createJsonSchemaTransform({ schemaRegistry: namedSchemas }),
    transformObject: (document) => finishDocument(nameComponents(document) as OpenApiDocument, routes),
  });
  const prefixOf = prefixReader(trustedProxies);
  const documentFor = (request: FastifyRequest): object => ({
    ...app.swagger(),
    servers: [{ url: prefixOf(request) ?? rootSeenFrom(request.url) }],
  });
  for (const place of places) {
    app.get(`${place}/openapi.json`, { schema: { hide: true } }, async (request) => documentFor(request));
    app.register(async (scope) => {
      await scope.register(swaggerUi, {
        routePrefix: `${place}/docs`,
        staticCSP: contentSecurityPolicy,
        transformSpecificationClone: false,
        transformSpecification: (_document, request) => documentFor(request),
        uiHooks: {
          onRequest: (request, reply, next) => {
            const [path, query] = request.url.split('?');
            // the page names its parts relative to the folder `docs/`
            if (path === `${place}/docs`) void reply.redirect('./docs/', 308);
            else if (path === `${place}/docs/` && query !== undefined) void reply.redirect('./', 308);
            else next();
          },
        },
      });
    });
  }
}

/** The root of the service relative to one of its addresses, as browsers resolve it: `/api/docs/json` has it at `../..`. */
function rootSeenFrom(url: string): string {
  const depth = url.split('?')[0].split('/').length - 2;
  return depth === 0 ? '.' : Array.from({ length: depth }, () => '..').join('/');
}
