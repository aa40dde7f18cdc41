import { createServer, type RequestListener, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** The services behind the pages, where they run in the same process. */
export interface ServicesBehind {
  readonly api: FastifyInstance | null;
  readonly dashboard: FastifyInstance | null;
}

/**
 * A server that answers requests for pages, and hands those for a service over to it as they are: with the caller's own address,
 * headers and connection, and nothing copied. Behind a proxy that routes by itself, only pages are asked for.
 */
export function handingOver({ api, dashboard }: ServicesBehind): (pages: RequestListener) => Server {
  const behind = (url = '/'): FastifyInstance | null => {
    const [path] = url.split('?');
    if (path === '/api' || path.startsWith('/api/')) return api;
    return path === '/ws' || path.startsWith('/dashboard/') ? dashboard : null;
  };
  return (pages) => {
    const server = createServer((request, response) => {
      const service = behind(request.url);
      if (service === null) pages(request, response);
      else service.routing(request, response);
    });
    // uploads take as long as they take
    server.requestTimeout = 0;
    server.on('upgrade', (request, socket, head) => {
      const service = behind(request.url);
      if (service === null) socket.destroy();
      else service.server.emit('upgrade', request, socket, head);
    });
    return server;
  };
}
