import { Button, Group, NativeSelect, SegmentedControl, Skeleton } from '@mantine/core';
import { IconChecks, IconListCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { useMay } from '../../../app/session.tsx';
import { Empty } from '../../../components/empty.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Problem } from '../../../components/problem.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { StopEverything, StoppedNote } from '../../../components/stop-everything.tsx';
import { WindowList } from '../../../components/window-list.tsx';
import { system } from '../../../messages/en/system.ts';
import { useOverview } from '../system-queries.ts';
import { jobStateOf, jobTypeOf, jobTypeNames } from './job-filter.ts';
import { JobRow } from './job-row.tsx';
import styles from './job-row.module.css';
import { useJobs } from './use-jobs.ts';

const text = system.queue;

/** What waits, runs and has failed, and steering it. */
export function Queue(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const mayManage = useMay('operator');
  const state = jobStateOf(search.get('state'));
  const type = jobTypeOf(search.get('type'));
  const jobs = useJobs({ state, type });
  const { data: overview } = useOverview();
  const narrow = (name: string, value: string): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  const depth = overview?.queue.depth;
  const states = (['queued', 'leased', 'failed', 'done', 'cancelled'] as const).map((value) => ({
    value,
    label: depth === undefined ? text.counts[value] : `${text.counts[value]} ${depth[value] ?? 0}`,
  }));
  return (
    <>
      <StoppedNote />
      <Panel title={text.title} actions={mayManage ? <StopEverything /> : null}>
        <Group mb="md" align="end">
          <SegmentedControl
            aria-label={text.states}
            data={[{ value: '', label: text.all }, ...states]}
            value={state ?? ''}
            onChange={(value) => narrow('state', value)}
            style={{ flexWrap: 'wrap', maxWidth: '100%' }}
          />
          <NativeSelect
            aria-label={text.type}
            data={[
              { value: '', label: text.allTypes },
              ...jobTypeNames.map((value) => ({ value, label: text.types[value] ?? value })),
            ]}
            value={type ?? ''}
            onChange={({ currentTarget }) => narrow('type', currentTarget.value)}
          />
          {jobs.waiting > 0 ? (
            <Button variant="light" onClick={jobs.show}>
              {text.arrived(jobs.waiting)}
            </Button>
          ) : null}
        </Group>
        {jobs.error === null ? null : <Problem error={jobs.error} onRetry={jobs.show} />}
        {jobs.items === undefined ? jobs.error === null && <Skeleton h={240} /> : null}
        {jobs.items?.length === 0 ? (
          <Empty icon={state === 'failed' ? IconChecks : IconListCheck} title={state === 'failed' ? text.noFailures : text.none}>
            {state === 'failed' ? text.noFailuresText : text.noneText}
          </Empty>
        ) : null}
        {jobs.items === undefined || jobs.items.length === 0 ? null : (
          <WindowList
            label={text.title}
            items={jobs.items}
            row={(job) => <JobRow job={job} mayManage={mayManage} />}
            rowHeightPx={92}
            rowClass={styles.row}
            hasMore={jobs.pages.hasNextPage}
          />
        )}
        <ShowMore of={jobs.pages} />
      </Panel>
    </>
  );
}
