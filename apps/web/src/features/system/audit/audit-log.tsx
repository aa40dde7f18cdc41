import { Skeleton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Empty } from '../../../components/empty.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Problem } from '../../../components/problem.tsx';
import { WindowList } from '../../../components/window-list.tsx';
import { api, bodyOf } from '../../../lib/api/api-client.ts';
import { audit as text } from '../../../messages/en/audit.ts';
import { addressOfFilter, filterOfAddress, queryOfFilter } from './audit-filter.ts';
import { AuditFilterForm } from './audit-filter-form.tsx';
import { AuditEntryRow } from './audit-entry-row.tsx';
import styles from './audit-entry.module.css';

const pageSize = 200;

/** Who did what, newest first. */
export function AuditLog(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const filter = filterOfAddress(search);
  const query = queryOfFilter(filter);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['audit', query],
    staleTime: 0,
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) =>
      bodyOf(
        api.GET('/api/v1/audit', {
          params: { query: { limit: pageSize, ...(cursor === '' ? {} : { cursor }), ...query } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const entries = data?.pages.flatMap(({ items }) => items);
  return (
    <Panel title={text.title}>
      <AuditFilterForm
        key={JSON.stringify(filter)}
        filter={filter}
        onFilter={(next) => setSearch((before) => addressOfFilter(before, next))}
      />
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {entries === undefined && error === null ? <Skeleton h={320} /> : null}
      {entries?.length === 0 ? (
        <Empty icon={IconHistory} title={text.none}>
          {text.noneText}
        </Empty>
      ) : null}
      {entries === undefined || entries.length === 0 ? null : (
        <WindowList
          label={text.columns}
          items={entries}
          row={(entry) => <AuditEntryRow entry={entry} />}
          rowHeightPx={48}
          rowClass={styles.row}
          hasMore={hasNextPage}
          onNearEnd={() => {
            if (!isFetchingNextPage) void fetchNextPage();
          }}
        />
      )}
    </Panel>
  );
}
