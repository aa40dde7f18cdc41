import type { Video } from '@vigil/contracts';
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { WindowList } from '../../components/window-list.tsx';
import { videos as text } from '../../messages/en/videos.ts';
import { VideoRow } from './video-row.tsx';
import styles from './video-rows.module.css';

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
  return (
    <>
      <WindowList
        label={text.list}
        items={videos}
        row={(video) => <VideoRow video={video} />}
        rowHeightPx={104}
        rowClass={styles.item}
        hasMore={hasMore}
        onNearEnd={onNearEnd}
      />
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
