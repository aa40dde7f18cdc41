import { type IncidentRecord, largestPage } from '@vigil/contracts';
import type { IncidentFilter, ListOrder, Store } from '@vigil/store';
import { csvLine } from './csv.ts';
import { incidentColumns, incidentRow } from './incident-table.ts';

/** Which incidents are exported, and in which order. */
export interface IncidentSelection {
  readonly filter: IncidentFilter;
  readonly order: ListOrder;
}

/** Without it, spreadsheets take UTF-8 for something else. */
const byteOrderMark = '\ufeff';

/** The incidents as CSV with a line of names first; a page in memory at a time. Nothing comes before the first page is read. */
export async function* incidentsAsCsv(store: Store, selection: IncidentSelection): AsyncGenerator<string> {
  let head = byteOrderMark + csvLine(incidentColumns);
  for await (const items of pages(store, selection)) {
    yield head + items.map((incident) => csvLine(incidentRow(incident))).join('');
    head = '';
  }
}

/** The incidents as one JSON list of complete records; a page in memory at a time. Nothing comes before the first page is read. */
export async function* incidentsAsJson(store: Store, selection: IncidentSelection): AsyncGenerator<string> {
  let before = '[';
  for await (const items of pages(store, selection)) {
    for (const incident of items) {
      yield `${before}\n${JSON.stringify(incident)}`;
      before = ',';
    }
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

async function* pages(store: Store, { filter, order }: IncidentSelection): AsyncGenerator<readonly IncidentRecord[]> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await store.incidents.list({ filter, order, limit: largestPage, ...(cursor ? { cursor } : {}) });
    yield page.items;
    cursor = page.nextCursor;
  }
}
