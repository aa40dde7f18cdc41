import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { copyContract } from '../contract/copy-contract.ts';
import type { TestDatabase } from '../contract/test-database.ts';
import { openSqliteStore } from '../sqlite/open-sqlite-store.ts';
import { MongoTestDatabases } from '../testing/mongo-databases.ts';
import { mongoMissing } from '../testing/mongo-server.ts';

const missing = mongoMissing(inject('mongodbUrl'));

async function newSqliteDatabase(): Promise<TestDatabase> {
  const parts = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'vigil-copy-'));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  return {
    open: async (clock) => parts.use(await openSqliteStore({ file: join(folder, 'vigil.sqlite'), clock })),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

describe.skipIf(missing !== null)(`copies with MongoDB ${missing ?? ''}`, () => {
  const databases = new MongoTestDatabases(inject('mongodbUrl'));
  beforeAll(() => databases.start());
  afterAll(() => databases[Symbol.asyncDispose]());

  describe('from SQLite to MongoDB and back', () => {
    copyContract(newSqliteDatabase, () => databases.empty());
  });
  describe('from MongoDB to SQLite and back', () => {
    copyContract(() => databases.empty(), newSqliteDatabase);
  });
});
