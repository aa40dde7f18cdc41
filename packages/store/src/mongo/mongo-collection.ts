import type { Collection, IndexDescription } from 'mongodb';
import type { Clock } from '../port/clock.ts';
import type { MongoConnection } from './mongo-connection.ts';
import { ask } from './mongo-errors.ts';
import type { StoredDocument } from './stored-document.ts';

/** What every part of the store works with. */
export interface MongoContext {
  readonly connection: MongoConnection;
  readonly clock: Clock;
}

/** An index that a collection declares. */
export interface DeclaredIndex extends IndexDescription {
  readonly name: string;
}

/** One collection of the database, whose calls throw errors of the product. */
export interface MongoCollection {
  readonly name: string;
  /** Runs calls on the collection as `ask` does. */
  readonly ask: <Answer>(call: (collection: Collection<StoredDocument>) => Promise<Answer>) => Promise<Answer>;
}

/** Opens a collection by its name; nothing is sent. */
export function mongoCollection({ connection }: MongoContext, name: string): MongoCollection {
  const collection = connection.database.collection<StoredDocument>(name);
  return { name, ask: (call) => ask(connection.address, () => call(collection)) };
}
