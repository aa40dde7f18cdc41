import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import type { components } from '../../../lib/api/generated/api.ts';
import { audit as text } from '../../../messages/en/audit.ts';
import { AuditEntryRow } from './audit-entry-row.tsx';
import styles from './audit-list.module.css';

const rowHeightPx = 48;

/** Entries, one below the other; only those in sight are drawn, and more are read where the end comes near. */
export function AuditList({
  entries,
  onEnd,
}: {
  readonly entries: readonly components['schemas']['AuditEntry'][];
  /** Reads more; null where there is no more, or it is on its way. */
  readonly onEnd: (() => void) | null;
}): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const rows = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => rowHeightPx,
    overscan: 12,
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: (index) => entries[index]?.id ?? index,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const readMore = useEffectEvent(() => onEnd?.());
  const isNearEnd = last >= entries.length - 20;
  useEffect(() => {
    if (isNearEnd) readMore();
  }, [isNearEnd, entries.length]);
  return (
    <ul ref={list} className={styles.list} aria-label={text.columns} style={{ height: rows.getTotalSize() }}>
      {shown.map(({ key, index, start }) => {
        const entry = entries[index];
        return entry === undefined ? null : (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            className={styles.row}
            style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
          >
            <AuditEntryRow entry={entry} />
          </li>
        );
      })}
    </ul>
  );
}
