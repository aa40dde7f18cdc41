import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@vigil/store';
import { fillStore } from './server/fill-store.ts';
import { measureReads } from './server/http-reads.ts';
import { measureLists } from './server/list-queries.ts';

/** A million unless the command line names another number. */
const count = Number(process.argv[3] ?? 1_000_000);

/** Lists and filters over a million incidents, and mixed reads through the API service on the same records. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-bench-'));
  try {
    const file = join(folder, 'vigil.sqlite');
    {
      await using store = await openSqliteStore({ file });
      const seconds = await fillStore(store, count);
      console.log(`${count.toLocaleString('en')} incidents put in within ${seconds.toFixed(0)} s\n`);
      await measureLists(store, file, count);
    }
    await measureReads(folder, count);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
