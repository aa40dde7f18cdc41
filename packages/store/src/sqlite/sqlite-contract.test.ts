import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { accountRecordsContract } from '../contract/account-records-contract.ts';
import { copyContract } from '../contract/copy-contract.ts';
import { eventLogContract } from '../contract/event-log-contract.ts';
import { incidentListsContract } from '../contract/incident-lists-contract.ts';
import { jobEndsContract } from '../contract/job-ends-contract.ts';
import { jobQueueContract } from '../contract/job-queue-contract.ts';
import { recordsContract } from '../contract/records-contract.ts';
import { searchContract } from '../contract/search-contract.ts';
import { statisticsContract } from '../contract/statistics-contract.ts';
import type { TestDatabase } from '../contract/test-database.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

async function newDatabase(): Promise<TestDatabase> {
  const parts = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'vigil-store-'));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  return {
    open: async (clock) => parts.use(await openSqliteStore({ file: join(folder, 'vigil.sqlite'), clock })),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

describe('store on SQLite', () => {
  recordsContract(newDatabase);
  copyContract(newDatabase, newDatabase);
  incidentListsContract(newDatabase);
  searchContract(newDatabase);
  statisticsContract(newDatabase);
  jobQueueContract(newDatabase);
  jobEndsContract(newDatabase);
  eventLogContract(newDatabase);
  accountRecordsContract(newDatabase);
});
