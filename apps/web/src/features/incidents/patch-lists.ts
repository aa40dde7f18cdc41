import type { IncidentSummary } from '@vigil/contracts';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';

interface CachedPage {
  readonly items: readonly IncidentSummary[];
}

/** Puts changed incidents into every list that was read, until the feed brings them as they are stored. */
export function patchLists(client: QueryClient, changed: ReadonlyMap<string, IncidentSummary>): void {
  const patched = <Page extends CachedPage>(page: Page): Page =>
    page.items.some(({ id }) => changed.has(id))
      ? { ...page, items: page.items.map((incident) => merged(incident, changed.get(incident.id))) }
      : page;
  client.setQueriesData<CachedPage | InfiniteData<CachedPage>>({ queryKey: ['incident', 'list'] }, (known) => {
    if (known === undefined) return known;
    return 'pages' in known ? { ...known, pages: known.pages.map(patched) } : patched(known);
  });
}

/** What the feed has brought meanwhile is newer than what was foreseen. */
function merged(known: IncidentSummary, next: IncidentSummary | undefined): IncidentSummary {
  if (next === undefined) return known;
  return known.version > next.version ? { ...known, reviewed: next.reviewed } : next;
}
