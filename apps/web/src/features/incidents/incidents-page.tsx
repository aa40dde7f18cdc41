import type { IncidentSummary } from '@vigil/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useSession } from '../../app/session.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { incidentList as text } from '../../messages/en/incidents.ts';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { listKey, newList, placeIn } from './incident-list.ts';
import { addressOf, filterCount, type IncidentView, readView, withoutFilters } from './incident-view.ts';
import { ListPart } from './list-part.tsx';
import { SavedViews } from './saved-views.tsx';
import { StatusTabs } from './status-tabs.tsx';
import { useIncidentCounts } from './use-incident-counts.ts';

/** Incidents by status and filters; the address says which. */
function IncidentsPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const client = useQueryClient();
  const { user } = useSession();
  const view = readView(search);
  const address = addressOf(view).toString();
  const [list, setList] = useState(() => placeIn(client, address)?.list ?? newList(view, user.id));
  if (list.address !== address) setList(newList(view, user.id));
  const [selected, setSelected] = useState<readonly IncidentSummary[]>([]);
  const counts = useIncidentCounts(list.query);
  const show = (next: IncidentView): void => setSearch(addressOf(next), { replace: true });
  const renew = useCallback(() => setList(newList(readView(new URLSearchParams(address)), user.id, true)), [address, user.id]);
  return (
    <>
      <PageHeader title={text.title}>
        <SavedViews address={address} />
        <ExportMenu query={list.query} selected={selected} />
      </PageHeader>
      <StatusTabs view={view} counts={counts} />
      <FilterBar view={view} counts={counts} onChange={(change) => show({ ...view, ...change })} />
      <ListPart
        key={listKey(list)}
        list={list}
        emptiness={filterCount(view) > 0 ? 'no-match' : view.status === 'all' || counts?.total.count === 0 ? 'none' : 'no-status'}
        onRenew={renew}
        onSelected={setSelected}
        onReset={() => show(withoutFilters(view))}
        onShowAll={() => show({ ...view, status: 'all' })}
      />
    </>
  );
}

export default IncidentsPage;
