import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { VigilError } from '@vigil/contracts';
import { type MongoContext, mongoCollection } from './mongo-collection.ts';
import { isDuplicateKey } from './mongo-errors.ts';

/** Name of the collection with the one document that tells the version. */
const schemaCollection = 'schema';

/** How long a process may be at a step before another takes over; steps can be run again. */
const longestStepMs = 10 * 60 * 1000;

/** How often a process that waits for another's steps looks again. */
const lookMs = 100;

/** One step from a version of the schema to the next. It must be safe to run it again after it was broken off. */
export interface MongoMigration {
  /** Version after it; the first is 1. */
  readonly version: number;
  run(context: MongoContext): Promise<void>;
}

/** All steps in order. A released one is never changed. */
export const mongoMigrations: readonly MongoMigration[] = [
  // Collections come into being with their indexes and first documents.
  { version: 1, run: async () => undefined },
];

/**
 * Brings a database to the newest version, one step at a time. Of several processes one does it and the others wait.
 *
 * @returns The version.
 * @throws VigilError `conflict` for a database of a newer release
 */
export async function migrateMongo(context: MongoContext, steps: readonly MongoMigration[] = mongoMigrations): Promise<number> {
  const schema = mongoCollection(context, schemaCollection);
  const newest = steps.at(-1)?.version ?? 0;
  for (;;) {
    const stored = await schema.ask((documents) => documents.findOne({ _id: 'schema' }));
    const version = Number(stored?.['version'] ?? 0);
    if (version > newest) {
      throw new VigilError(
        'conflict',
        `The database "${context.connection.database.databaseName}" has version ${version} of the schema, and this release knows ${newest}: use the release that wrote it, or a newer one.`,
        { version, newest },
      );
    }
    const step = steps.find((one) => one.version > version);
    if (step === undefined) return version;
    const holder = randomUUID();
    if (await lock(version, holder)) {
      try {
        await step.run(context);
        await schema.ask((documents) => documents.updateOne({ _id: 'schema', holder }, { $set: { version: step.version } }));
      } finally {
        await schema.ask((documents) => documents.updateOne({ _id: 'schema', holder }, { $set: { holder: null } }));
      }
    } else {
      await delay(lookMs);
    }
  }

  /** Takes the right to run the step after a version; false where another process has it. */
  async function lock(version: number, holder: string): Promise<boolean> {
    const now = context.clock();
    const free = { _id: 'schema', $or: [{ holder: null }, { heldUntil: { $lte: now } }] };
    const held = { holder, heldUntil: now + longestStepMs };
    try {
      const taken = await schema.ask((documents) =>
        version === 0
          ? documents.updateOne({ ...free, version: { $in: [null, 0] } }, { $set: { ...held, version: 0 } }, { upsert: true })
          : documents.updateOne({ ...free, version }, { $set: held }),
      );
      return taken.matchedCount + taken.upsertedCount === 1;
    } catch (error) {
      // Another process made the document at the same time.
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
