import { Button, Group } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import type { components } from '../../../lib/api/generated/api.ts';
import { controls } from '../../../messages/en/controls.ts';
import styles from './job-list.module.css';
import { JobRow } from './job-row.tsx';

const rowHeightPx = 92;

/** Jobs, one below the other; only those in sight are drawn. */
export function JobList({
  jobs,
  mayManage,
  more,
}: {
  readonly jobs: readonly components['schemas']['Job'][];
  readonly mayManage: boolean;
  readonly more: (() => void) | null;
}): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const rows = useWindowVirtualizer({
    count: jobs.length,
    estimateSize: () => rowHeightPx,
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: (index) => jobs[index]?.id ?? index,
  });
  return (
    <>
      <ul ref={list} className={styles.list} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const job = jobs[index];
          return job === undefined ? null : (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={styles.row}
              aria-setsize={jobs.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
            >
              <JobRow job={job} mayManage={mayManage} />
            </li>
          );
        })}
      </ul>
      {more === null ? null : (
        <Group justify="center" mt="sm">
          <Button variant="subtle" onClick={more}>
            {controls.more}
          </Button>
        </Group>
      )}
    </>
  );
}
