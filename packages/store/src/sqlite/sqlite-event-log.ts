import { feedEventSchema, VigilError, type FeedMessage } from '@vigil/contracts';
import type { EventLog } from '../port/event-log.ts';
import { timestampOf } from '../records/stamp.ts';
import type { ChangeWatch } from './change-watch.ts';
import { raiseCounter, readCounter } from './counters.ts';
import type { SqliteContext } from './sqlite-records.ts';

/** The feed as numbered rows. Writers take turns, so that numbers come into sight in their order. */
export function sqliteEventLog({ connection, clock }: SqliteContext, changes: ChangeWatch): EventLog {
  return {
    async append(events) {
      const parsed = events.map((event) => {
        const { success, data, error } = feedEventSchema.safeParse(event);
        if (success) return data;
        throw new VigilError(
          'bad-request',
          `this is no message of the feed: ${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}`,
        );
      });
      if (parsed.length === 0) return [];
      const messages = connection.write(() => {
        const last = readCounter(connection, 'events');
        const at = timestampOf(clock());
        const numbered = parsed.map((event, index): FeedMessage => ({ sequence: last + 1 + index, at, ...event }));
        for (const message of numbered) {
          connection.run(
            'INSERT INTO events (sequence, at, message) VALUES (?, ?, ?)',
            message.sequence,
            at,
            JSON.stringify(message),
          );
        }
        raiseCounter(connection, 'events', last + numbered.length);
        return numbered;
      });
      changes.changed();
      return messages;
    },
    async after(sequence, limit) {
      return connection
        .all('SELECT message FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?', sequence, limit)
        .map((row) => JSON.parse(String(row['message'])) as FeedMessage);
    },
    async range() {
      const oldest = connection.first('SELECT min(sequence) AS oldest FROM events')?.['oldest'] ?? 0;
      return { oldest: Number(oldest), newest: readCounter(connection, 'events') };
    },
    async removeBefore(at) {
      return connection.write(() => connection.run('DELETE FROM events WHERE at < ?', at));
    },
    watch: (wake) => changes.watch(wake),
  };
}
