import { Button, Loader } from '@mantine/core';
import { IconChecks, IconEyeSearch, IconFilterOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Empty } from '../../components/empty.tsx';
import { incidentList } from '../../messages/en/incidents.ts';
import styles from './list-end.module.css';

const text = incidentList.empty;

/** Why a list may be empty: there are no incidents at all, none of this status, or none that passes the filters. */
export type Emptiness = 'none' | 'no-status' | 'no-match';

/** What comes after the last card: more that is on its way, the end, or why there is nothing. */
export function ListEnd({
  count,
  isComplete,
  emptiness,
  onReset,
  onShowAll,
}: {
  readonly count: number;
  readonly isComplete: boolean;
  readonly emptiness: Emptiness;
  readonly onReset: () => void;
  readonly onShowAll: () => void;
}): ReactNode {
  if (!isComplete && count === 0)
    return (
      <div className={styles.first} role="status" aria-label={incidentList.list.loading}>
        {Array.from({ length: 12 }, (_, index) => (
          <div key={index} className={styles.waiting} />
        ))}
      </div>
    );
  if (!isComplete)
    return (
      <div className={styles.end} role="status" aria-label={incidentList.list.loading}>
        <Loader size="sm" />
      </div>
    );
  if (count > 0) return <p className={styles.end}>{incidentList.list.end(count)}</p>;
  switch (emptiness) {
    case 'none':
      return (
        <Empty
          icon={IconEyeSearch}
          title={text.none}
          action={
            <Button component={Link} href="/videos" variant="default">
              {text.toVideos}
            </Button>
          }
        >
          {text.noneText}
        </Empty>
      );
    case 'no-status':
      return (
        <Empty
          icon={IconChecks}
          title={text.allDone}
          action={
            <Button variant="default" onClick={onShowAll}>
              {text.showAll}
            </Button>
          }
        >
          {text.allDoneText}
        </Empty>
      );
    case 'no-match':
      return (
        <Empty
          icon={IconFilterOff}
          title={text.noMatch}
          action={
            <Button variant="default" onClick={onReset}>
              {incidentList.filters.reset}
            </Button>
          }
        >
          {text.noMatchText}
        </Empty>
      );
  }
}
