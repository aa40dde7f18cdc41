import { buildPages, distFolder, pagesAreBuilt } from '@vigil/web/pages';
import type { FastifyBaseLogger } from 'fastify';

/** The folder of the built pages, which are built first where they are not, or where their sources have changed since. */
export async function pagesFolder(log: FastifyBaseLogger): Promise<string> {
  if (await pagesAreBuilt()) return distFolder;
  log.info('the pages are built, once; this takes some seconds');
  const startedMs = performance.now();
  const folder = await buildPages();
  log.info({ seconds: Math.round((performance.now() - startedMs) / 100) / 10 }, 'the pages are built');
  return folder;
}
