import { randomUUID } from 'node:crypto';
import type { FeedEvent, FeedMessage } from '@vigil/contracts';
import { VigilError } from '@vigil/contracts';
import type { EventLog } from '../port/event-log.ts';
import { type DeclaredIndex, type MongoContext, mongoCollection } from './mongo-collection.ts';
import { isDuplicateKey } from './mongo-errors.ts';
import { wakeOnChange } from './event-wake.ts';
import { escapeKeys, fromDocument, type StoredDocument } from './stored-document.ts';

/** Name of the collection of messages. */
export const eventCollection = 'events';

/** Name of the collection that remembers the newest number when no message is left. */
const numberCollection = 'eventNumbers';

/** How long a message is kept. */
const keptMs = 24 * 60 * 60 * 1000;

/** Digits of a number as an id, so that ids sort as numbers do; 16 hold every safe integer. */
const idDigits = 16;

/** Most messages of one insert. */
const batchSize = 500;

/** How often one batch tries for numbers that others take at the same time. */
const mostAttempts = 1000;

/** Indexes of the collection of messages; the TTL index removes what nobody asked to be removed. */
export const eventIndexes: readonly DeclaredIndex[] = [
  { name: 'removal', key: { _removeAt: 1 }, expireAfterSeconds: 0 },
  { name: 'at', key: { at: 1 } },
];

/**
 * The feed as numbered documents. A message is inserted under the number after the newest one, and a number that another
 * writer took at the same time is refused by the unique `_id` and tried again with the next. So numbers have no gaps that a slow
 * writer could fill later, and whoever has read up to a number has seen all before it.
 */
export function mongoEventLog(context: MongoContext): EventLog & AsyncDisposable {
  const events = mongoCollection(context, eventCollection);
  const numbers = mongoCollection(context, numberCollection);
  const wake = wakeOnChange(context, events, () => newest());
  /** Appends of this process wait for one another, so that it competes with other processes only. */
  let last: Promise<unknown> = Promise.resolve();

  async function newest(): Promise<number> {
    const [document, remembered] = await Promise.all([
      events.ask((collection) => collection.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } })),
      numbers.ask((collection) => collection.findOne({ _id: 'newest' })),
    ]);
    return Math.max(document === null ? 0 : Number(document._id), Number(remembered?.['value'] ?? 0));
  }

  async function insert(batch: readonly FeedEvent[]): Promise<FeedMessage[]> {
    const written: FeedMessage[] = [];
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const first = (await newest()) + 1;
      const writer = randomUUID();
      const messages = number(batch.slice(written.length), first, new Date(context.clock()).toISOString());
      try {
        await events.ask((collection) =>
          collection.insertMany(
            messages.map((message) => document(message, writer)),
            { ordered: true },
          ),
        );
        written.push(...messages);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        // An ordered insert stops at the first number that is taken: what stands before it is ours.
        const ours = await events.ask((collection) =>
          collection.countDocuments({ _writer: writer, _id: { $gte: idOf(first), $lt: idOf(first + messages.length) } }),
        );
        written.push(...messages.slice(0, ours));
      }
      if (written.length === batch.length) {
        await remember(written.at(-1)?.sequence ?? 0);
        return written;
      }
    }
    throw new VigilError(
      'store-unavailable',
      `The feed took no message in ${mostAttempts} attempts: too many processes write to it at once.`,
    );
  }

  async function remember(sequence: number): Promise<void> {
    const set = () =>
      numbers.ask((collection) => collection.updateOne({ _id: 'newest' }, { $max: { value: sequence } }, { upsert: true }));
    try {
      await set();
    } catch (error) {
      // Two processes made the document at the same time: now it is there.
      if (!isDuplicateKey(error)) throw error;
      await set();
    }
  }

  return {
    append(added) {
      const appended = last.then(async () => {
        const messages: FeedMessage[] = [];
        for (let start = 0; start < added.length; start += batchSize) {
          messages.push(...(await insert(added.slice(start, start + batchSize))));
        }
        if (messages.length > 0) wake.now();
        return messages;
      });
      last = appended.catch(() => undefined);
      return appended;
    },
    async after(sequence, limit) {
      const oldest = new Date(context.clock() - keptMs).toISOString();
      const found = await events.ask((collection) =>
        collection
          .find({ _id: { $gt: idOf(sequence) }, at: { $gte: oldest } })
          .sort({ _id: 1 })
          .limit(limit)
          .toArray(),
      );
      return found.map(message);
    },
    async range() {
      const [oldest, last] = await Promise.all([
        events.ask((collection) => collection.findOne({}, { sort: { _id: 1 }, projection: { _id: 1 } })),
        newest(),
      ]);
      return { oldest: oldest === null ? 0 : Number(oldest._id), newest: last };
    },
    async removeBefore(at) {
      const { deletedCount } = await events.ask((collection) => collection.deleteMany({ at: { $lt: at } }));
      return deletedCount;
    },
    watch: (callback) => wake.watch(callback),
    [Symbol.asyncDispose]: () => wake[Symbol.asyncDispose](),
  };
}

function number(events: readonly FeedEvent[], first: number, at: string): FeedMessage[] {
  return events.map((event, index) => ({ sequence: first + index, at, ...event }));
}

function document(feedMessage: FeedMessage, writer: string): StoredDocument {
  const { sequence, at, ...event } = feedMessage;
  return {
    _id: idOf(sequence),
    at,
    ...(escapeKeys(event) as Record<string, unknown>),
    _writer: writer,
    // Removal goes by the server's clock, as TTL indexes do, whatever clock the messages are stamped with.
    _removeAt: new Date(Date.now() + keptMs),
  };
}

function message(stored: StoredDocument): FeedMessage {
  const { id, ...fields } = fromDocument(stored);
  return { sequence: Number(id), ...fields } as unknown as FeedMessage;
}

function idOf(sequence: number): string {
  return String(sequence).padStart(idDigits, '0');
}
