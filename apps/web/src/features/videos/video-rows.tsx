import type { Video } from '@vigil/contracts';
import { Skeleton } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { videos as text } from '../../messages/en/videos.ts';
import { VideoRow } from './video-row.tsx';
import styles from './video-rows.module.css';

/** What a row is taken to be high before it was measured, CSS pixels. */
const rowHeight = 104;
/** So many rows before the end the next page is fetched. */
const nearEnd = 20;

/** Rows of videos, of which only those that are seen exist. */
export function VideoRows({
  videos,
  hasMore,
  isLoadingMore,
  onNearEnd,
}: {
  readonly videos: readonly Video[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onNearEnd: () => void;
}): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (list.current !== null) setTop(list.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const rows = useWindowVirtualizer({
    count: videos.length,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: top,
    getItemKey: (index) => videos[index]?.id ?? index,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const reachEnd = useEffectEvent(onNearEnd);
  useEffect(() => {
    if (hasMore && last >= videos.length - nearEnd) reachEnd();
  }, [hasMore, last, videos.length]);
  return (
    <>
      <ul ref={list} className={styles.list} aria-label={text.list} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ key, index, start }) => (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            className={styles.item}
            style={{ transform: `translateY(${start - top}px)` }}
            aria-setsize={hasMore ? -1 : videos.length}
            aria-posinset={index + 1}
          >
            <VideoRow video={videos[index]} />
          </li>
        ))}
      </ul>
      {isLoadingMore ? <p role="status">{text.loadingMore}</p> : null}
    </>
  );
}

/** What stands there while the first page is read. */
export function VideoRowsLoading(): ReactNode {
  return (
    <div role="status" aria-label={text.loadingMore}>
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} height={92} mb={12} />
      ))}
    </div>
  );
}
