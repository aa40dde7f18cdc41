import { Button } from '@mantine/core';
import { IconArrowUp, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { incidentList } from '../../messages/en/incidents.ts';
import styles from './list-status.module.css';
import type { News } from './use-arrivals.ts';

const text = incidentList.list;

/** A line of fixed height that stays in sight: what came in since the list was read, shown when somebody asks for it. */
export function ListStatus({ news, onShow }: { readonly news: News; readonly onShow: () => void }): ReactNode {
  const { arrivals, stale } = news;
  return (
    <div className={styles.line}>
      <span className={styles.told} role="status">
        {arrivals.size === 0 ? '' : text.arrivalsTold(arrivals.size)}
      </span>
      {arrivals.size === 0 ? null : (
        <Button
          size="compact-sm"
          className={styles.button}
          leftSection={<IconArrowUp size={15} aria-hidden />}
          onClick={onShow}
          title={incidentList.keys.new}
        >
          {text.arrivals(arrivals.size)}
        </Button>
      )}
      {stale.size === 0 ? null : (
        <Button
          size="compact-sm"
          variant="default"
          className={styles.button}
          leftSection={<IconRefresh size={15} aria-hidden />}
          onClick={onShow}
        >
          {text.stale(stale.size)}
        </Button>
      )}
    </div>
  );
}
