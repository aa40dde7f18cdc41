import { randomUUID } from 'node:crypto';
import { type FeedEvent, feedEventSchema, type FeedMessage, VigilError } from '@vigil/contracts';
import type { EventLog } from '../port/event-log.ts';
import { type DeclaredIndex, type MongoContext, mongoCollection } from './mongo-collection.ts';
import type { Counters } from './mongo-counters.ts';
import { isDuplicateKey } from './mongo-errors.ts';
import { wakeOnChange } from './event-wake.ts';
import { fromDocument, type StoredDocument, toDocument } from './stored-document.ts';

/** Name of the collection of messages. */
export const eventCollection = 'events';

/** Counter of the newest number, which is known by it also when no message is left. */
export const newestCounter = 'events';

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
export function mongoEventLog(context: MongoContext, counters: Counters): EventLog & AsyncDisposable {
  const events = mongoCollection(context, eventCollection);
  const wake = wakeOnChange(context, events, () => newest());
  /** Appends of this process wait for one another, so that it competes with other processes only. */
  let previous: Promise<unknown> = Promise.resolve();

  async function newest(): Promise<number> {
    const [document, remembered] = await Promise.all([
      events.ask((collection) => collection.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } })),
      counters.read(newestCounter),
    ]);
    return Math.max(document === null ? 0 : Number(document._id), remembered);
  }

  async function insert(batch: readonly FeedEvent[]): Promise<FeedMessage[]> {
    const written: FeedMessage[] = [];
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const first = (await newest()) + 1;
      const writer = randomUUID();
      const messages = numbered(batch.slice(written.length), first, new Date(context.clock()).toISOString());
      try {
        await events.ask((collection) =>
          collection.insertMany(
            messages.map((message) => messageDocument(message, writer)),
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
        await counters.raise(newestCounter, written.at(-1)?.sequence ?? 0);
        return written;
      }
    }
    throw new VigilError(
      'store-unavailable',
      `The feed took no message in ${mostAttempts} attempts: too many processes write to it at once.`,
    );
  }

  return {
    async append(added) {
      const checked = added.map(checkedEvent);
      const appended = previous.then(async () => {
        const messages: FeedMessage[] = [];
        for (let start = 0; start < checked.length; start += batchSize) {
          messages.push(...(await insert(checked.slice(start, start + batchSize))));
        }
        if (messages.length > 0) wake.now();
        return messages;
      });
      previous = appended.catch(() => undefined);
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
      return found.map(messageOf);
    },
    async range() {
      const [oldest, last] = await Promise.all([
        events.ask((collection) => collection.findOne({}, { sort: { _id: 1 }, projection: { _id: 1 } })),
        newest(),
      ]);
      return { oldest: Number(oldest?._id ?? 0), newest: last };
    },
    async removeBefore(at) {
      // The newest number must outlive the newest message.
      await counters.raise(newestCounter, await newest());
      const { deletedCount } = await events.ask((collection) => collection.deleteMany({ at: { $lt: at } }));
      return deletedCount;
    },
    watch: (callback) => wake.watch(callback),
    [Symbol.asyncDispose]: () => wake[Symbol.asyncDispose](),
  };
}

/** An event as its schema has it. @throws VigilError `bad-request` */
function checkedEvent(event: FeedEvent): FeedEvent {
  const { success, data, error } = feedEventSchema.safeParse(event);
  if (success) return data;
  const [issue] = error.issues;
  throw new VigilError('bad-request', `This is no message of the feed: ${issue?.path.join('.')}: ${issue?.message}.`);
}

function numbered(events: readonly FeedEvent[], first: number, at: string): FeedMessage[] {
  return events.map((event, index) => ({ sequence: first + index, at, ...event }));
}

/** A message as it is stored. @param writer Whose insert it came with, to tell what of a batch is in */
export function messageDocument({ sequence, ...fields }: FeedMessage, writer: string): StoredDocument {
  // Removal goes by the server's clock, as TTL indexes do, whatever clock the messages are stamped with.
  return toDocument({ id: idOf(sequence), ...fields }, { _writer: writer, _removeAt: new Date(Date.now() + keptMs) });
}

function messageOf(stored: StoredDocument): FeedMessage {
  const { id, ...fields } = fromDocument(stored);
  return { sequence: Number(id), ...fields } as unknown as FeedMessage;
}

function idOf(sequence: number): string {
  return String(sequence).padStart(idDigits, '0');
}
