import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { BSON, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { manualClock } from '../contract/test-database.ts';
import { MongoTestDatabases } from '../testing/mongo-databases.ts';
import { mongoMissing } from '../testing/mongo-server.ts';
import type { MongoContext } from './mongo-collection.ts';
import { connectMongo } from './mongo-connection.ts';
import { declaredIndexes } from './mongo-indexes.ts';
import { migrateMongo, type MongoMigration, mongoMigrations } from './mongo-schema.ts';
import { openMongoStore } from './open-mongo-store.ts';
import type { StoredDocument } from './stored-document.ts';

const missing = mongoMissing(inject('mongodbUrl'));

/** What a release that knew version 1 as the newest had written: documents by collection, as extended JSON. */
const databaseOfVersion1 = join(import.meta.dirname, 'fixtures', 'version-1.json.gz');

describe.skipIf(missing !== null)(`schema on MongoDB ${missing ?? ''}`, () => {
  const databases = new MongoTestDatabases(inject('mongodbUrl'));
  const databaseName = `${databases.databaseName}-schema`;
  const clock = manualClock();
  const parts = new AsyncDisposableStack();
  let client: MongoClient;
  let context: MongoContext;

  beforeAll(async () => {
    parts.use(databases);
    await databases.start();
    client = parts.use(new MongoClient(databases.url));
    context = { connection: parts.use(connectMongo(databases.url, databaseName)), clock: clock.now };
  });
  beforeEach(() => client.db(databaseName).dropDatabase());
  afterAll(async () => {
    await client.db(databaseName).dropDatabase();
    await parts.disposeAsync();
  });

  const schemaDocument = () => client.db(databaseName).collection<StoredDocument>('schema').findOne({ _id: 'schema' });

  it('opens what version 1 wrote, with everything in it', async () => {
    const text = gunzipSync(await readFile(databaseOfVersion1)).toString('utf8');
    const written = BSON.EJSON.parse(text) as Readonly<Record<string, readonly StoredDocument[]>>;
    for (const [name, documents] of Object.entries(written)) {
      // What has ended since the file was made would be removed in mid-test.
      const kept = documents.map((document) =>
        '_removeAt' in document ? { ...document, _removeAt: new Date(2 ** 42) } : document,
      );
      await client.db(databaseName).collection<StoredDocument>(name).insertMany(kept);
    }
    await using store = await openMongoStore({ url: databases.url, databaseName });
    expect(store.schemaVersion).toBe(mongoMigrations.at(-1)?.version);
    expect(await store.incidents.count({}, 1000)).toBe(250);
    expect((await store.incidents.list({ limit: 9, filter: { status: 'confirmed', text: 'ladd' } })).items).toMatchObject([
      { id: 'i7', version: 2, tags: ['police'] },
    ]);
    const span = { from: '2026-03-01T00:00:00.000Z', before: '2026-03-02T00:00:00.000Z' };
    expect(await store.incidents.statistics(span)).toMatchObject({ total: 250, byStatus: { confirmed: 1 } });
    expect((await store.audit.get('a1'))?.details).toEqual({ 'a.b': { $set: 1.5 }, '': null, '%': [1, '🔑'] });
    expect((await store.jobs.getMany(['j1', 'j2', 'j3'])).map(({ state }) => state)).toEqual(['done', 'leased', 'queued']);
    expect((await store.exportRecords('events', '', 9)).map(({ topic }) => topic)).toEqual(['video', 'video', 'video']);
    expect((await store.events.range()).newest).toBe(3);
    expect(await store.accounts.find('session', { where: [], limit: 9 })).toMatchObject([{ token: 't1' }, { token: 't2' }]);
  });

  it('makes each declared index, once', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openMongoStore({ url: databases.url, databaseName })));
    await Promise.all(opened.map((store) => store[Symbol.asyncDispose]()));
    for (const [name, indexes] of declaredIndexes()) {
      const made = await client.db(databaseName).collection(name).indexes();
      expect(made.map((index) => index.name).toSorted()).toEqual(['_id_', ...indexes.map((index) => index.name)].toSorted());
    }
  });

  it('runs each step once, however many processes open at the same time', async () => {
    const ran: number[] = [];
    const steps = [1, 2, 3].map((version) => recordingStep(version, ran));
    expect(await migrateMongo(context, steps.slice(0, 1))).toBe(1);
    expect(await Promise.all(Array.from({ length: 6 }, () => migrateMongo(context, steps)))).toEqual([3, 3, 3, 3, 3, 3]);
    expect(ran).toEqual([1, 2, 3]);
    expect(await schemaDocument()).toMatchObject({ version: 3, holder: null });
  });

  it('stays at the last whole step where one fails, and goes on from there', async () => {
    const ran: number[] = [];
    const failing: MongoMigration = { version: 2, run: () => Promise.reject(new Error('the step failed')) };
    await expect(migrateMongo(context, [recordingStep(1, ran), failing])).rejects.toThrow('the step failed');
    expect(await schemaDocument()).toMatchObject({ version: 1, holder: null });
    expect(await migrateMongo(context, [recordingStep(1, ran), recordingStep(2, ran)])).toBe(2);
    expect(ran).toEqual([1, 2]);
  });

  it('takes over from a process that died at a step', async () => {
    const schema = client.db(databaseName).collection<StoredDocument>('schema');
    await schema.insertOne({ _id: 'schema', version: 1, holder: 'dead', heldUntil: clock.now() + 1000 });
    const ran: number[] = [];
    const migrated = migrateMongo(context, [recordingStep(1, ran), recordingStep(2, ran)]);
    clock.jump(1001);
    expect(await migrated).toBe(2);
    expect(ran).toEqual([2]);
  });

  it('refuses a database of a newer release, and leaves it alone', async () => {
    const newer = { _id: 'schema', version: 1000, holder: null, heldUntil: 0 };
    await client.db(databaseName).collection<StoredDocument>('schema').insertOne(newer);
    const opening = openMongoStore({ url: databases.url, databaseName });
    await expect(opening).rejects.toMatchObject({ code: 'conflict', details: { version: 1000 } });
    expect(await schemaDocument()).toEqual(newer);
  });
});

function recordingStep(version: number, ran: number[]): MongoMigration {
  return {
    version,
    run: async () => {
      ran.push(version);
    },
  };
}
