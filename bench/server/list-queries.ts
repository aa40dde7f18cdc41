import { DatabaseSync } from 'node:sqlite';
import type { IncidentFilter, ListOrder, Store } from '@vigil/store';
import { momentOf } from './incident-records.ts';
import { percentile } from './percentile.ts';

const rounds = 40;
const page = 50;

interface Query {
  readonly name: string;
  readonly filter: IncidentFilter;
  readonly order?: ListOrder;
}

function queriesFor(count: number): readonly Query[] {
  const middle = Math.floor(count / 2);
  return [
    { name: 'newest', filter: {} },
    { name: 'oldest first', filter: {}, order: 'oldest-first' },
    { name: 'one day', filter: { from: momentOf(middle), before: momentOf(middle + 17_280) } },
    { name: 'source', filter: { sourceId: 'source-17' } },
    { name: 'kind', filter: { kind: 'pose.fall' } },
    { name: 'severity', filter: { severity: 'critical' } },
    { name: 'status', filter: { status: 'confirmed' } },
    { name: 'source and status', filter: { sourceId: 'source-17', status: 'new' } },
    { name: 'kind and source', filter: { kind: 'pose.fall', sourceId: 'source-17' } },
    { name: 'kind, status, time', filter: { kind: 'audio.impulse', status: 'new', before: momentOf(middle) } },
    { name: 'tag', filter: { tag: 'night' } },
    { name: 'text, a common word', filter: { text: 'bag' } },
    { name: 'text, a rare word', filter: { text: `ticket ${middle}` } },
    { name: 'text and status', filter: { text: 'stairs fall', status: 'confirmed' } },
    { name: 'nothing matches', filter: { text: 'zebra' } },
  ];
}

/** Times lists and filters of a filled store, each against the driver alone reading as many records by their key in the same round. */
export async function measureLists(store: Store, file: string, count: number): Promise<void> {
  using raw = new DatabaseSync(file, { readOnly: true });
  const newest = raw.prepare('SELECT record FROM incidents ORDER BY place DESC LIMIT ?');
  console.log(`lists of ${page} of ${count.toLocaleString('en')} incidents on SQLite, ${rounds} rounds, milliseconds`);
  console.log('                         p50      p95      max    driver alone p50    ratio of p50');
  for (const { name, filter, order } of queriesFor(count)) {
    const [times, alone]: number[][] = [[], []];
    for (let round = 0; round < rounds; round++) {
      times.push(await timed(async () => await store.incidents.list({ limit: page, filter, order })));
      alone.push(await timed(async () => newest.all(page).map(({ record }) => JSON.parse(String(record)) as unknown)));
    }
    const [middle, base] = [percentile(times, 0.5), percentile(alone, 0.5)];
    const cells = [middle, percentile(times, 0.95), Math.max(...times), base].map((value) => value.toFixed(2).padStart(9));
    console.log(
      `  ${name.padEnd(19)}${cells.slice(0, 3).join('')}${cells[3].padStart(16)}${(middle / base).toFixed(1).padStart(16)} ×`,
    );
  }
  const statistics: number[] = [];
  for (let round = 0; round < 5; round++) {
    const span = { from: momentOf(count - 120_960), before: momentOf(count) };
    statistics.push(await timed(async () => await store.incidents.statistics(span)));
  }
  console.log(`  figures over the last week of incidents: median ${percentile(statistics, 0.5).toFixed(1)} ms`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
