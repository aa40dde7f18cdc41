import type { FeedEvent, FeedMessage } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { queuedJob } from '../jobs/job-changes.ts';
import type { EventLog } from '../port/event-log.ts';
import { jobRequest } from './job-samples.ts';
import { manualClock, type NewTestDatabase } from './test-database.ts';

const writers = 8;
const appendsPerWriter = 10;

/** What every log of the feed does. */
export function eventLogContract(newDatabase: NewTestDatabase): void {
  describe('event log', () => {
    it('numbers messages in their order and gives them back as they were', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const { events } = await database.open(clock.now);
      expect(await events.range()).toEqual({ oldest: 0, newest: 0 });
      expect(await events.after(0, 10)).toEqual([]);
      expect(await events.append([])).toEqual([]);
      const sent = ['a', 'b', 'c'].map(eventOf);
      const written = await events.append(sent);
      const [first = Number.NaN] = written.map(({ sequence }) => sequence);
      const at = new Date(clock.now()).toISOString();
      expect(written).toEqual(sent.map((event, index) => ({ ...event, sequence: first + index, at })));
      expect(await events.after(0, 10)).toEqual(written);
      expect(await events.after(first, 1)).toEqual(written.slice(1, 2));
      expect(await events.after(first + 2, 10)).toEqual([]);
      expect(await events.range()).toEqual({ oldest: first, newest: first + 2 });
    });

    it('shows readers each message of eight writers once and in order, while they write', async () => {
      await using database = await newDatabase();
      const stores = await Promise.all(Array.from({ length: 4 }, () => database.open()));
      const logs = stores.map(({ events }) => events);
      const expected = Array.from({ length: writers }, (_, writer) =>
        Array.from({ length: appendsPerWriter }, (__, index) => batchOf(writer, index)).flat(),
      );
      const total = expected.flat().length;
      const [readings] = await Promise.all([
        Promise.all([0, 1, 2].map((reader) => readUntil(logAt(logs, reader), total))),
        ...expected.map(async (_, writer) => {
          for (let index = 0; index < appendsPerWriter; index++) {
            await logAt(logs, writer).append(batchOf(writer, index).map(eventOf));
          }
        }),
      ]);
      for (const read of readings) {
        const sequences = read.map(({ sequence }) => sequence);
        expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
        const ids = read.map(({ record }) => record.id);
        // Each writer's messages, in the order that it wrote them in.
        for (const [writer, own] of expected.entries()) {
          expect(ids.filter((id) => id.startsWith(`writer-${writer}-`))).toEqual(own);
        }
        expect(ids).toHaveLength(total);
      }
      expect(readings[1]).toEqual(readings[0]);
      expect(await logAt(logs, 0).after(0, 10_000)).toEqual(readings[0]);
    });

    it('removes what is old, and gives no number twice', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const { events } = await database.open(clock.now);
      const old = await events.append(['a', 'b'].map(eventOf));
      clock.jump(60_000);
      const kept = await events.append([eventOf('c')]);
      expect(await events.removeBefore(new Date(clock.now()).toISOString())).toBe(2);
      expect(await events.after(0, 10)).toEqual(kept);
      const last = kept[0]?.sequence ?? 0;
      expect(await events.range()).toEqual({ oldest: last, newest: last });
      clock.jump(1);
      expect(await events.removeBefore(new Date(clock.now()).toISOString())).toBe(1);
      expect(await events.range()).toEqual({ oldest: 0, newest: last });
      const later = await (await database.open(clock.now)).events.append([eventOf('d')]);
      expect(later[0]?.sequence).toBeGreaterThan(last);
      expect(await events.after(last, 10)).toEqual(later);
      expect(await events.after(old[0]?.sequence ?? 0, 10)).toEqual(later);
    });

    it('refuses what is no message, and writes none of its batch', async () => {
      await using database = await newDatabase();
      const { events } = await database.open();
      const wrong = { ...eventOf('b'), type: 'changed' } as unknown as FeedEvent;
      await expect(events.append([eventOf('a'), wrong])).rejects.toMatchObject({ code: 'bad-request' });
      expect(await events.after(0, 10)).toEqual([]);
    });

    it('wakes watchers of its own and of another store, until they stop', async () => {
      await using database = await newDatabase();
      const [writing, reading] = [await database.open(), await database.open()];
      let ownCalls = 0;
      const own = wakeOf((wake) =>
        writing.events.watch(() => {
          ownCalls++;
          wake();
        }),
      );
      const other = wakeOf((wake) => reading.events.watch(wake));
      await writing.events.append([eventOf('a')]);
      await Promise.all([own.woken, other.woken]);
      own.stop();
      other.stop();
      const calls = ownCalls;
      await writing.events.append([eventOf('b')]);
      expect(ownCalls).toBe(calls);
    });
  });
}

/** A message about a job. */
function eventOf(id: string): FeedEvent {
  const { leaseToken: _, ...record } = queuedJob(jobRequest(id), 0, '2026-01-31T08:00:00.000Z');
  const progress = { stage: 'read "ü" 🎥', mediaSeconds: 1.5, totalSeconds: null, timesRealTime: 0, secondsLeft: null };
  return { topic: 'job', type: 'update', record: { ...record, progress } };
}

function batchOf(writer: number, index: number): string[] {
  return Array.from({ length: 1 + (index % 3) }, (_, place) => `writer-${writer}-${index}-${place}`);
}

function logAt(logs: readonly EventLog[], index: number): EventLog {
  return logs[index % logs.length] as EventLog;
}

/** Reads on from the last message that was seen, in small pages, until all have been seen. */
async function readUntil(events: EventLog, total: number): Promise<FeedMessage[]> {
  const read: FeedMessage[] = [];
  while (read.length < total) read.push(...(await events.after(read.at(-1)?.sequence ?? 0, 7)));
  return read;
}

function wakeOf(watch: (wake: () => void) => () => void): { woken: Promise<void>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { woken: promise, stop: watch(resolve) };
}
