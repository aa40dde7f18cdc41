import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SQLInputValue } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexesOf, type AnyCollection } from '../collection-declaration.ts';
import { collections } from '../collections.ts';
import { fillStore } from '../contract/filled-store.ts';
import { jobRequest } from '../contract/job-samples.ts';
import type { Store } from '../port/store.ts';
import { countQuery, listQuery, type AnyFilter } from './list-query.ts';
import { migrate } from './migrate.ts';
import { storeOn } from './open-sqlite-store.ts';
import { openConnection, type SqliteConnection } from './sqlite-connection.ts';

const all = Object.values(collections) as unknown as readonly AnyCollection[];
const parts = new AsyncDisposableStack();
const statements = new Set<string>();
let connection: SqliteConnection;
let store: Store;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-plan-'));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  connection = openConnection(join(folder, 'vigil.sqlite'), { readOnly: false });
  store = parts.use(storeOn(noting(connection), Date.now, migrate(connection)));
  await fillStore(store);
});
afterAll(() => parts.disposeAsync());

/** A connection that notes every statement. */
function noting(real: SqliteConnection): SqliteConnection {
  const note = (sql: string, values: readonly SQLInputValue[]) => {
    statements.add(sql);
    return [sql, ...values] as const;
  };
  return {
    ...real,
    all: (sql, ...values) => real.all(...note(sql, values)),
    first: (sql, ...values) => real.first(...note(sql, values)),
    run: (sql, ...values) => real.run(...note(sql, values)),
  };
}

function planOf(sql: string, values: readonly SQLInputValue[] = []): string[] {
  return connection.all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => String(row['detail']));
}

/** Steps that read more than they have to: rows without an index, or rows that are sorted. */
function wasteful(plan: readonly string[]): string[] {
  return plan.filter((step) => step.includes('TEMP B-TREE') || (step.startsWith('SCAN') && !isBounded(step)));
}

function isBounded(step: string): boolean {
  // A full-text search in order or of one row, the inner part of a bounded count, a list of given values.
  return (
    /VIRTUAL TABLE INDEX \d+:(.*M|=)/.test(step) ||
    /^SCAN (\(subquery-\d+\)|CONSTANT ROW)/.test(step) ||
    step.includes('json_each')
  );
}

/** A value for each filter. */
function filterOf(collection: AnyCollection, names: readonly string[]): AnyFilter {
  return Object.fromEntries(names.map((name) => [name, collection.filters[name]?.type === 'boolean' ? true : 'x']));
}

const range = { from: '2026-01-01T00:00:00.000Z', before: '2026-02-01T00:00:00.000Z' };

describe('plans of SQLite', () => {
  it('read each declared index, and nothing else, for its filters', () => {
    for (const collection of all) {
      for (const names of indexesOf(collection).filter(({ length }) => length > 0)) {
        const { sql, values } = listQuery(collection, filterOf(collection, names), 'newest-first', 5n, 50);
        const [step, ...further] = planOf(sql, values);
        const table = `${collection.name}${names.some((name) => collection.filters[name]?.many) ? '_\\w+' : ''}`;
        expect(step).toMatch(
          new RegExp(`^SEARCH [ra] USING (COVERING )?(INDEX ${table}_\\w+|PRIMARY KEY) \\((\\w+=\\? AND )+(rowid|place)<\\?\\)$`),
        );
        expect(further.filter((other) => other !== 'SEARCH r USING INTEGER PRIMARY KEY (rowid=?)')).toEqual([]);
      }
    }
  });

  it('search an index and sort nothing, for each pair of filters, with times, words and cursors, both ways, and for counts', () => {
    let plans = 0;
    for (const collection of all) {
      const names = Object.keys(collection.filters);
      const pairs = names.flatMap((one, index) => names.slice(index).map((other) => [one, other]));
      for (const pair of pairs) {
        const filter = filterOf(collection, pair);
        const variants = [
          filter,
          { ...filter, ...range },
          ...(collection.text.length > 0 ? [{ ...filter, ...range, text: 'person run' }] : []),
        ];
        for (const variant of variants) {
          for (const query of [
            listQuery(collection, variant, 'newest-first', null, 50),
            listQuery(collection, variant, 'newest-first', 5n, 50),
            listQuery(collection, variant, 'oldest-first', 5n, 50),
            countQuery(collection, variant, 1000),
          ]) {
            expect({ variant, wasteful: wasteful(planOf(query.sql, query.values)) }).toEqual({ variant, wasteful: [] });
            plans++;
          }
        }
      }
    }
    expect(plans).toBeGreaterThan(500);
  });

  it('read lists without a filter in the order of the table', () => {
    for (const collection of all) {
      const first = listQuery(collection, {}, 'newest-first', null, 50);
      expect(planOf(first.sql, first.values)).toEqual(['SCAN r']);
      const next = listQuery(collection, range, 'newest-first', 5n, 50);
      expect(planOf(next.sql, next.values)[0]).toMatch(/^SEARCH r USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)$/);
    }
  });

  it('search an index in every other statement that a store runs', async () => {
    await store.jobs.lease({ worker: 'w', types: ['make-previews'], leaseMs: 1 });
    await store.jobs.cancel('j3', 'no reason');
    await store.jobs.requeue('j3');
    await store.jobs.enqueue(jobRequest('j9'));
    await store.jobs.failLost();
    await store.jobs.depth();
    await store.events.range();
    await store.events.after(1, 10);
    await store.events.removeBefore('2020-01-01T00:00:00.000Z');
    await store.incidents.statistics({ from: '2026-02-01T00:10:00.000Z', before: '2026-04-03T02:10:00.000Z' });
    await store.exportRecords('incidents', 'i5', 10);
    await store.exportRecords('accounts.user', 'u', 10);
    await store.exportRecords('events', '0', 10);
    await store.incidents.remove('i5');
    const by = (field: string) => [{ field, operator: 'eq', value: 'x', connector: 'AND' }] as const;
    for (const field of ['id', 'userId', 'accountId', 'identifier', 'key']) {
      await store.accounts.count('session', by(field));
      await store.accounts.remove('session', by(field));
    }
    const plans = [...statements]
      .filter((sql) => !sql.startsWith('INSERT') && !sql.startsWith('PRAGMA') && !sql.includes('sqlite_schema'))
      .flatMap((sql) => wasteful(planOf(sql)).map((step) => `${sql.replace(/\s+/g, ' ').slice(0, 60)}: ${step}`));
    expect(statements.size).toBeGreaterThan(30);
    expect(plans.toSorted()).toEqual([
      // The queue in its order, up to the first job that is due.
      "SELECT record FROM jobs INDEXED BY jobs_next WHERE state = ': SCAN jobs USING INDEX jobs_next",
      // Figures at the edges of a span: two hours of incidents at most, from indexes that hold all that is asked for.
      'SELECT sourceId, severity, status, count(*) AS count FROM in: USE TEMP B-TREE FOR GROUP BY',
      'SELECT state, count(*) AS count FROM jobs GROUP BY state: SCAN jobs USING COVERING INDEX jobs_state',
      'SELECT value, count(*) AS count FROM incidents_kind INDEXED : USE TEMP B-TREE FOR GROUP BY',
      // Counts that are kept by day, and by hour for two days at most.
      'SELECT value, sum(count) AS count FROM incidents_counts WHER: USE TEMP B-TREE FOR GROUP BY',
    ]);
  });
});
