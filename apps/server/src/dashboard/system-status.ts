import { freemem, hostname, loadavg, totalmem, availableParallelism } from 'node:os';
import type { SystemStatus } from '@vigil/contracts';
import type { FeedHub } from '../feed/feed-hub.ts';
import type { ServerContext } from '../server-context.ts';
import { seenServices } from './service-presence.ts';

/** How this process, its machine and its store are. The store may be away: that is what it tells then. */
export async function systemStatus(
  context: ServerContext,
  feed: Pick<FeedHub, 'clientCount' | 'newest' | 'isLive'>,
): Promise<SystemStatus> {
  const { store, version, clock } = context;
  const uptimeSeconds = process.uptime();
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const answerMs = await storeAnswerMs(context);
  return {
    version,
    nodeVersion: process.version,
    process: {
      processId: process.pid,
      startedAt: new Date(clock() - uptimeSeconds * 1000).toISOString(),
      uptimeSeconds,
      residentBytes: rss,
      heapUsedBytes: heapUsed,
      processorSeconds: (user + system) / 1e6,
    },
    machine: {
      name: hostname(),
      processors: availableParallelism(),
      loadAverages: loadavg(),
      totalBytes: totalmem(),
      freeBytes: freemem(),
    },
    store: { kind: store.kind, schemaVersion: store.schemaVersion, answers: answerMs !== null, answerMs },
    feed: { clients: feed.clientCount, newest: feed.newest, live: feed.isLive },
    services: answerMs === null ? [] : await seenServices(context),
  };
}

async function storeAnswerMs({ store, log }: ServerContext): Promise<number | null> {
  const startedMs = performance.now();
  try {
    await store.ping();
    return performance.now() - startedMs;
  } catch (error) {
    log.debug({ err: error }, 'the store does not answer');
    return null;
  }
}
