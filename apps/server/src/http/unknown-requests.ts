import { VigilError } from '@vigil/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendError } from './error-replies.ts';
import type { RouteDefinition } from './route.ts';

/** A known address with the methods that it takes. */
interface KnownPath {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/**
 * Answers requests that no route is for: 405 with the methods there are where the address is known, 404 where it is not. OPTIONS of
 * a known address tells its methods.
 */
export function answerUnknownRequests(app: FastifyInstance, routes: readonly RouteDefinition[]): void {
  const byUrl = knownPaths(routes);
  const literal = new Map([...byUrl].filter(([url]) => !/[:*]/.test(url)));
  const known = [...byUrl.values()];
  const methodsAt = (path: string): string[] => {
    // an address that is written out comes before one with parameters that it would fit
    const found = literal.get(path) ?? known.find(({ pattern }) => pattern.test(path));
    return found === undefined ? [] : [...found.methods, 'OPTIONS'].toSorted();
  };
  app.addHook('onRequest', async (request, reply) => {
    // left to the handler, so that answers to preflight requests come first
    if (!request.is404 || request.method === 'OPTIONS') return;
    const path = pathOf(request);
    const methods = methodsAt(path);
    if (methods.length === 0 || methods.includes(request.method)) throw nothingAt(request.method, path);
    reply.header('allow', methods.join(', '));
    const text = `${shown(path)} takes ${methods.join(', ')}, not ${request.method}`;
    throw new VigilError('method-not-allowed', text, { path: shown(path), methods });
  });
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request);
    const methods = methodsAt(path);
    if (methods.length > 0 && request.method === 'OPTIONS') return reply.code(204).header('allow', methods.join(', ')).send();
    return sendError(nothingAt(request.method, path), request, reply);
  });
}

function nothingAt(method: string, path: string): VigilError {
  return new VigilError('not-found', `There is nothing at ${method} ${shown(path)}`, { path: shown(path) });
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?')[0];
}

function shown(path: string): string {
  return path.slice(0, 200);
}

function knownPaths(routes: readonly RouteDefinition[]): Map<string, KnownPath> {
  const byUrl = new Map<string, KnownPath>();
  for (const { method, url } of routes) {
    const pattern = new RegExp(
      `^${url
        .split('/')
        .map((part) =>
          part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
        )
        .join('/')}$`,
    );
    const path = byUrl.get(url) ?? { pattern, methods: new Set() };
    path.methods.add(method);
    if (method === 'GET') path.methods.add('HEAD');
    byUrl.set(url, path);
  }
  return byUrl;
}
