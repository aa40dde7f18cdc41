import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { VigilError } from '@vigil/contracts';
import { openDiskMediaStore } from '@vigil/media-store';
import { openMongoStore, openSqliteStore, type Store } from '@vigil/store';
import type { FastifyBaseLogger } from 'fastify';
import { openAuditLog } from '../audit/audit-log.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { ServerContext } from '../server-context.ts';

/** A database that starts at the same time as the services is waited for so long. */
const longestWaitMs = 60_000;

/** Opens what every service works with: records, files, the log of changes. */
export async function openContext(
  configuration: Configuration,
  log: FastifyBaseLogger,
  version: string,
): Promise<ServerContext & AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const clock = Date.now;
  const media = opened.use(
    await openDiskMediaStore({
      folder: join(configuration.dataFolder, 'media'),
      quotaBytes: configuration.mediaQuotaBytes,
      reserveBytes: configuration.diskReserveBytes,
    }),
  );
  const store = opened.use(await openStoreInTime(configuration, log));
  const parts = opened.move();
  return {
    configuration,
    store,
    media,
    clock,
    log,
    audit: openAuditLog(store),
    version,
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

async function openStoreInTime({ dataFolder, mongo }: Configuration, log: FastifyBaseLogger): Promise<Store> {
  const startedMs = performance.now();
  for (;;) {
    try {
      return mongo === null ? await openSqliteStore({ file: join(dataFolder, 'vigil.sqlite') }) : await openMongoStore(mongo);
    } catch (error) {
      const mayCome = error instanceof VigilError && error.code === 'store-unavailable';
      if (!mayCome || performance.now() - startedMs > longestWaitMs) throw error;
      log.warn({ err: error }, 'the database does not answer yet');
      await delay(1000);
    }
  }
}
