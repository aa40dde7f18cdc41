import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { pageHeaders } from '../frontend/security-headers.ts';

const wallPage = 'wall.html';
/** Parts whose names hold a hash of their content. */
const immutableName = /-[\w-]{8}\.\w+$/;
const longestAge = 'public, max-age=31536000, immutable';

/** What is shown where nobody has built the pages. It asks again by itself. */
const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="5">
<title>Vigil wall</title>
<h1>The wall page is not built yet</h1>
<p>It is built when the frontend service starts; without it, run <code>npm run build -w @vigil/web</code>. This page looks again every five seconds.</p>
</html>
`;

/**
 * Lets an app send files of the built pages. Nothing is served by it alone: the routes say what.
 *
 * @param folder Of the built pages; it may be empty still.
 */
export async function serveWallFiles(app: FastifyInstance, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false });
}

/** Sends the wall page; 503 with a page that says what to do where it is not built. */
export async function sendWallPage(reply: FastifyReply, folder: string): Promise<FastifyReply> {
  reply.headers({ ...pageHeaders, 'cache-control': 'no-cache' });
  const isBuilt = await access(join(folder, wallPage)).then(
    () => true,
    () => false,
  );
  if (!isBuilt) return await reply.code(503).header('retry-after', '5').type('text/html; charset=utf-8').send(notBuilt);
  return await reply.sendFile(wallPage);
}

/** Sends a part of the page; a part whose name holds its hash never has to be asked for again. */
export async function sendWallFile(reply: FastifyReply, path: string): Promise<FastifyReply> {
  reply.headers({ ...pageHeaders, 'cache-control': immutableName.test(path) ? longestAge : 'no-cache' });
  return await reply.sendFile(path);
}
