import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runKillTest } from './kill-run.ts';

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'sqlite' },
    kills: { type: 'string', default: '40' },
    videos: { type: 'string', default: '10' },
    workers: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    interval: { type: 'string', default: '3000' },
    keep: { type: 'boolean', default: false },
    models: { type: 'string' },
  },
});
const url = process.env.MONGODB_URL;
if (values.store === 'mongodb' && url === undefined) throw new Error('--store mongodb needs MONGODB_URL');
const folder = await mkdtemp(join(tmpdir(), 'vigil-kill-'));
const figures = await runKillTest({
  folder,
  modelCacheFolder: values.models ?? join(folder, 'models'),
  videos: Number(values.videos),
  kills: Number(values.kills),
  workers: Number(values.workers),
  seed: Number(values.seed),
  killIntervalMs: Number(values.interval),
  mongo: values.store === 'mongodb' && url !== undefined ? { url, databaseName: `vigil-kill-${process.pid}` } : null,
  longestMs: 40 * 60_000,
  onEvent: print,
});
const { announcedAfterMs, problems, ...rest } = figures;
const quantile = (share: number): number | undefined => announcedAfterMs[Math.floor(share * (announcedAfterMs.length - 1))];
print(JSON.stringify({ store: values.store, ...rest, announcedAfterMs: { p50: quantile(0.5), p95: quantile(0.95) } }, null, 2));
for (const problem of problems) print(problem);
if (values.keep || problems.length > 0) print(`kept: ${folder}`);
else await rm(folder, { recursive: true, force: true });
process.exitCode = problems.length === 0 ? 0 : 1;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
