import type { FeedMessage } from '@vigil/contracts';
import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';

/** What every record has. */
interface Versioned {
  readonly id: string;
  readonly version: number;
}

const topics: ReadonlySet<unknown> = new Set<FeedMessage['topic']>([
  'incident',
  'job',
  'video',
  'analysis',
  'camera',
  'settings',
]);

/** Whether the feed keeps a query fresh, by its key. */
export function isOnFeed({ queryKey: [topic] }: Pick<Query, 'queryKey'>): boolean {
  return topics.has(topic);
}

interface CachedPage {
  readonly items: readonly Versioned[];
}

/**
 * Puts a record of the feed over older ones in the cache: in the record's own query `[topic, id]`, and in place in every list
 * `[topic, 'list', …]`, paged or not. What only replies have, as they are made for one reader, stays as it was. New records are not put
 * into lists; the page that shows the list decides where they go.
 */
export function applyToCache(client: QueryClient, { topic, record }: FeedMessage): void {
  const newer = record as Versioned;
  client.setQueryData<Versioned>([topic, newer.id], (known) =>
    known === undefined || known.version >= newer.version ? known : { ...known, ...newer },
  );
  client.setQueriesData<CachedPage | InfiniteData<CachedPage>>({ queryKey: [topic, 'list'] }, (known) => {
    if (known === undefined) return known;
    if (!('pages' in known)) return replaced(known, newer);
    const pages = known.pages.map((page) => replaced(page, newer));
    return pages.every((page, index) => page === known.pages[index]) ? known : { ...known, pages };
  });
}

/** The page with the record in place of an older version of it; the same page where it has none. */
function replaced<Page extends CachedPage>(page: Page, newer: Versioned): Page {
  const index = page.items.findIndex(({ id }) => id === newer.id);
  if (index < 0 || page.items[index].version >= newer.version) return page;
  return { ...page, items: page.items.with(index, { ...page.items[index], ...newer }) };
}
