import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import styles from './window-list.module.css';

/** So many rows before the end more is asked for. */
const nearEnd = 20;

/** A list of any length that scrolls with the page; only what is in sight is drawn. */
export function WindowList<Item extends { readonly id: string }>({
  label,
  items,
  row,
  rowHeightPx,
  rowClass = '',
  hasMore,
  onNearEnd,
}: {
  readonly label: string;
  readonly items: readonly Item[];
  readonly row: (item: Item) => ReactNode;
  /** What a row is taken to be high before it was measured. */
  readonly rowHeightPx: number;
  readonly rowClass?: string | undefined;
  /** Whether there are more than `items`. */
  readonly hasMore: boolean;
  /** Asks for more, where it is not on its way; called again where more has come and the end is near still. */
  readonly onNearEnd?: () => void;
}): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  // what stands above the list may come and go
  useLayoutEffect(() => {
    if (list.current !== null) setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
  });
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => rowHeightPx,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  const shown = rows.getVirtualItems();
  const isNearEnd = hasMore && (shown.at(-1)?.index ?? 0) >= items.length - nearEnd;
  const reachEnd = useEffectEvent(() => onNearEnd?.());
  useEffect(() => {
    if (isNearEnd) reachEnd();
  }, [isNearEnd, items.length]);
  return (
    <ul ref={list} className={styles.list} aria-label={label} style={{ height: rows.getTotalSize() }}>
      {shown.map(({ key, index, start }) => {
        const item = items[index];
        return item === undefined ? null : (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            className={`${styles.item} ${rowClass}`}
            style={{ transform: `translateY(${start - top}px)` }}
            aria-setsize={hasMore ? -1 : items.length}
            aria-posinset={index + 1}
          >
            {row(item)}
          </li>
        );
      })}
    </ul>
  );
}
