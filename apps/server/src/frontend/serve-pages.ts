import { mkdir } from 'node:fs/promises';
import fastifyStatic from '@fastify/static';
import { VigilError } from '@vigil/contracts';
import type { FastifyInstance } from 'fastify';
import { pageHeaders } from './security-headers.ts';

/** Parts whose names hold a hash of their content. */
const immutablePath = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;
const longestAge = 'public, max-age=31536000, immutable';

/**
 * Serves the built pages. Whatever is no file is a place in the application, which finds its own way from the address:
 * it gets the first page. Nothing here is secret; what the pages show comes from services that ask who wants it.
 *
 * @param built Fulfilled once the pages are there; requests wait for it.
 */
export async function servePages(app: FastifyInstance, folder: string, built: Promise<unknown>): Promise<void> {
  await mkdir(folder, { recursive: true });
  app.addHook('onRequest', async ({ url }) => {
    if (url === '/health') return;
    try {
      await built;
    } catch (cause) {
      throw new VigilError('internal', 'The pages could not be built; the log says why', {}, cause);
    }
  });
  app.addHook('onSend', async (_request, reply) => void reply.headers(pageHeaders));
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isImmutable = immutablePath.test(path.replaceAll('\\', '/').replace(/\.(?:br|gz)$/, ''));
      reply.header('cache-control', isImmutable ? longestAge : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const [path] = request.url.split('?');
    if (request.method === 'GET' && isPlace(path)) return reply.sendFile('index.html');
    const message = `There is no ${request.method} ${path.slice(0, 200)} here`;
    return reply.code(404).send({ code: 'not-found', message, requestId: request.id });
  });
}

/** Whether a path can be a place in the application: no file, and no part of a service that does not run here. */
function isPlace(path: string): boolean {
  return !/\.\w+$/.test(path) && !/^\/(?:api|assets|dashboard|ws)(?:\/|$)/.test(path);
}
