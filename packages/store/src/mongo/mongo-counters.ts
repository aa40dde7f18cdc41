import { type MongoContext, mongoCollection } from './mongo-collection.ts';
import { isDuplicateKey } from './mongo-errors.ts';

/** Name of the collection of counters. */
export const counterCollection = 'counters';

/** Numbers that never go back, one document each. */
export interface Counters {
  /** The number; 0 where it was never raised. */
  read(id: string): Promise<number>;
  /** Raises the number to a value, if it is less. */
  raise(id: string, value: number): Promise<void>;
  /** Adds one, or raises to `atLeast` where that is more, and returns the new number; no two callers get the same. */
  next(id: string, atLeast: number): Promise<number>;
}

/** The counters of a database. */
export function mongoCounters(context: MongoContext): Counters {
  const counters = mongoCollection(context, counterCollection);

  async function raise(id: string, value: number): Promise<void> {
    const set = () => counters.ask((documents) => documents.updateOne({ _id: id }, { $max: { value } }, { upsert: true }));
    try {
      await set();
    } catch (error) {
      // Two processes made the document at the same time: now it is there.
      if (!isDuplicateKey(error)) throw error;
      await set();
    }
  }

  return {
    async read(id) {
      const found = await counters.ask((documents) => documents.findOne({ _id: id }));
      return Number(found?.['value'] ?? 0);
    },
    raise,
    async next(id, atLeast) {
      await raise(id, atLeast - 1);
      const found = await counters.ask((documents) =>
        documents.findOneAndUpdate({ _id: id }, { $inc: { value: 1 } }, { returnDocument: 'after' }),
      );
      // Nobody removes a counter but who clears the whole store at this very moment.
      return Number(found?.['value'] ?? atLeast);
    },
  };
}
