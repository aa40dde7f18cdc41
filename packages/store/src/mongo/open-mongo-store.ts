import type { StoredRecord } from '@vigil/contracts';
import type { CollectionName } from '../collection-declaration.ts';
import { collections } from '../collections.ts';
import type { Clock } from '../port/clock.ts';
import type { Store } from '../port/store.ts';
import { mongoAccountRecords } from './mongo-account-records.ts';
import type { MongoContext } from './mongo-collection.ts';
import { connectMongo } from './mongo-connection.ts';
import { mongoCounters } from './mongo-counters.ts';
import { ask } from './mongo-errors.ts';
import { mongoEventLog } from './mongo-event-log.ts';
import { ensureIndexes } from './mongo-indexes.ts';
import { mongoJobQueue, mongoJobs } from './mongo-job-queue.ts';
import { type DocumentForm, documentForm, mongoRecords } from './mongo-records.ts';
import { migrateMongo } from './mongo-schema.ts';
import { figureFields, mongoStatistics } from './mongo-statistics.ts';
import { mongoTransfer } from './mongo-transfer.ts';
import { mongoTurns } from './mongo-turns.ts';

/** Where the database is. */
export interface MongoStoreOptions {
  /** `mongodb://` or `mongodb+srv://`; a name and password in it appear in no error. */
  readonly url: string;
  /** Name of the database on the server. */
  readonly databaseName: string;
  /** Clock that records are stamped with and leases are compared against; the system's where left out. */
  readonly clock?: Clock | undefined;
}

/**
 * Opens the store in a MongoDB database, and makes or migrates it where needed. Any number of processes may use it at once.
 * Calls throw `store-unavailable` within seconds while the server is gone, and work again when it is back.
 *
 * @throws VigilError `bad-request` for a URL or name that is none, `store-unavailable`, `conflict` for a database of a newer release
 */
export async function openMongoStore({ url, databaseName, clock = Date.now }: MongoStoreOptions): Promise<Store> {
  await using opening = new AsyncDisposableStack();
  const connection = opening.use(connectMongo(url, databaseName));
  const context: MongoContext = { connection, clock };
  const schemaVersion = await migrateMongo(context);
  await ensureIndexes(context);

  const counters = mongoCounters(context);
  const events = opening.use(mongoEventLog(context, counters));
  const jobs = mongoJobs(context);
  const incidentForm = documentForm(collections.incidents, figureFields);
  const incidents = mongoRecords(context, collections.incidents, incidentForm);
  const others = {
    videos: mongoRecords(context, collections.videos),
    analyses: mongoRecords(context, collections.analyses),
    profiles: mongoRecords(context, collections.profiles),
    corrections: mongoRecords(context, collections.corrections),
    cameras: mongoRecords(context, collections.cameras),
    rules: mongoRecords(context, collections.rules),
    evaluations: mongoRecords(context, collections.evaluations),
    apiKeys: mongoRecords(context, collections.apiKeys),
    audit: mongoRecords(context, collections.audit),
    settings: mongoRecords(context, collections.settings),
    serviceStates: mongoRecords(context, collections.serviceStates),
    notificationRules: mongoRecords(context, collections.notificationRules),
    deliveries: mongoRecords(context, collections.deliveries),
    reviewMarks: mongoRecords(context, collections.reviewMarks),
    savedViews: mongoRecords(context, collections.savedViews),
    labelSets: mongoRecords(context, collections.labelSets),
  };
  const parts = { ...others, incidents, jobs };
  const transfer = mongoTransfer(context, {
    counters,
    turns: mongoTurns(counters),
    // Every form takes the records of its own collection, which the transfer has checked by that collection's schema.
    form: (name: CollectionName) => parts[name].form as unknown as DocumentForm<StoredRecord>,
  });

  const open = opening.move();
  return {
    kind: 'mongodb',
    schemaVersion,
    ...others,
    incidents: { ...incidents, statistics: (span) => mongoStatistics(incidents.collection, span) },
    jobs: mongoJobQueue(context, counters, jobs),
    events,
    accounts: mongoAccountRecords(context),
    ...transfer,
    async ping() {
      await ask(connection.address, () => connection.database.command({ ping: 1 }));
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
