import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSqliteStore, type Store } from '@vigil/store';
import { ClientCrowd } from './feed/client-crowd.ts';
import { percentile } from './server/percentile.ts';
import { ServedProcess, servicesProgram } from './server/served-process.ts';

const clients = 1000;
const messagesPerSecond = 20;
const everyMs = String(1000 / messagesPerSecond);
const settlingMs = 5000;
const measuredMs = 30_000;
const memorySamples = 6;
const appendProgram = fileURLToPath(new URL('feed/append.ts', import.meta.url));
const broadcastProgram = fileURLToPath(new URL('feed/broadcast.ts', import.meta.url));

/** The live feed: 1,000 clients, messages that another process writes, and a bare WebSocket server that sends as many. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-bench-'));
  try {
    const file = join(folder, 'vigil.sqlite');
    await using service = await ServedProcess.start(servicesProgram, {
      SERVICE_TYPE: 'dashboard',
      DATA_DIR: folder,
      DASHBOARD_PORT: '0',
      LOG_LEVEL: 'warn',
      ADMIN_EMAIL: 'bench@vigil.localhost',
      ADMIN_PASSWORD: 'benchmark-only-password',
    });
    const headers = { authorization: `Bearer ${await readingKey(file)}` };
    console.log(
      `${clients} clients, ${messagesPerSecond} messages/s, ${measuredMs / 1000} s; milliseconds from the writer to a client`,
    );
    {
      await using _writer = await ServedProcess.start(appendProgram, { STORE_FILE: file, EVERY_MS: everyMs });
      const url = `${service.address.replace('http:', 'ws:')}/ws`;
      {
        await using one = await ClientCrowd.connect(url, 1, headers);
        await measure('one client', service, one);
      }
      await using crowd = await ClientCrowd.connect(url, clients, headers);
      const ours = await measure('dashboard service', service, crowd);
      await crowd[Symbol.asyncDispose]();
      await using bare = await ServedProcess.start(broadcastProgram, { EVERY_MS: everyMs });
      await using bareCrowd = await ClientCrowd.connect(bare.address.replace('http:', 'ws:'), clients, {});
      const base = await measure('bare ws server', bare, bareCrowd);
      console.log(`  a delivery takes ${(ours / base).toFixed(2)} × the processor time of the bare server's`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A key that may read, put into the store as the accounts do. */
async function readingKey(file: string): Promise<string> {
  await using store: Store = await openSqliteStore({ file });
  const [admin] = await store.accounts.find('user', { where: [], limit: 1 });
  const key = `vigil_${randomBytes(40)
    .toString('base64')
    .replaceAll(/[^A-Za-z0-9]/g, 'a')
    .slice(0, 43)}`;
  await store.apiKeys.insert({
    id: 'bench',
    name: 'bench',
    prefix: key.slice(0, 10),
    hash: createHash('sha256').update(key).digest('hex'),
    scopes: ['read'],
    ownerId: admin.id,
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
  });
  return key;
}

/** Measures for a while and prints it. @returns processor time of the server for one delivery, microseconds */
async function measure(name: string, server: ServedProcess, crowd: ClientCrowd): Promise<number> {
  await delay(settlingMs);
  const [secondsBefore, startedMs] = [server.processorSeconds, performance.now()];
  const mebibytes = [server.residentMebibytes];
  crowd.isMeasuring = true;
  for (let part = 0; part < memorySamples; part++) {
    await delay(measuredMs / memorySamples);
    mebibytes.push(server.residentMebibytes);
  }
  crowd.isMeasuring = false;
  const elapsed = (performance.now() - startedMs) / 1000;
  const seconds = server.processorSeconds - secondsBefore;
  const { delaysMs, closed } = crowd;
  const cells = [0.5, 0.95, 0.99, 1].map((rank) => percentile(delaysMs, rank).toFixed(0).padStart(6));
  const each = (seconds * 1e6) / delaysMs.length;
  console.log(
    `  ${name.padEnd(18)}p50, p95, p99, max ${cells.join('')}   ${(delaysMs.length / elapsed).toFixed(0)} deliveries/s`,
  );
  console.log(
    `  ${''.padEnd(18)}${((seconds / elapsed) * 100).toFixed(0)} % of a processor, ${each.toFixed(1)} µs a delivery, ` +
      `memory ${mebibytes.map((size) => size.toFixed(0)).join(' ')} MiB, ${closed} closed, load ${loadavg()[0].toFixed(1)}`,
  );
  return each;
}
