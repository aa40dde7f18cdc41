import { Button } from '@mantine/core';
import { IconFolderUp, IconUpload, IconVideoOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { useMay, useSession } from '../../app/session.tsx';
import { Empty } from '../../components/empty.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { useKeys } from '../../lib/keys/key-bindings.tsx';
import { useUploads } from '../../lib/uploads/upload-context.tsx';
import { videos as text } from '../../messages/en/videos.ts';
import { useVideoList } from './use-video-list.ts';
import { VideoFilterBar } from './video-filter-bar.tsx';
import { filtersOf, isNarrowed, searchOf, type VideoFilters } from './video-filters.ts';
import { VideoRows, VideoRowsLoading } from './video-rows.tsx';

/** All videos, newest first, with what became of them. */
function VideosPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const { user } = useSession();
  const mayUpload = useMay('operator');
  const filters = filtersOf(search);
  const list = useVideoList(filters, user.id);
  const change = (changed: Partial<VideoFilters>): void => setSearch(searchOf({ ...filters, ...changed }), { replace: true });
  const videos = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader title={text.title}>{mayUpload ? <UploadButtons /> : null}</PageHeader>
      <VideoFilterBar
        filters={filters}
        onChange={change}
        count={list.data === undefined ? null : text.count(videos.length, !list.hasNextPage)}
      />
      {list.error !== null && list.data === undefined ? <Problem error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <VideoRowsLoading /> : null}
      {list.data !== undefined && videos.length === 0 ? (
        <NoVideos isNarrowed={isNarrowed(filters)} mayUpload={mayUpload} onReset={() => setSearch({})} />
      ) : null}
      {videos.length > 0 ? (
        <VideoRows
          videos={videos}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onNearEnd={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
        />
      ) : null}
      {list.isFetchNextPageError ? <Problem error={list.error} onRetry={() => void list.fetchNextPage()} /> : null}
    </>
  );
}

export default VideosPage;

function UploadButtons(): ReactNode {
  const { choose } = useUploads();
  useKeys(text.title, [{ keys: 'u', label: text.upload, run: () => choose('files') }]);
  return (
    <>
      <Button variant="default" leftSection={<IconFolderUp size={18} aria-hidden />} onClick={() => choose('folder')}>
        {text.uploadFolder}
      </Button>
      <Button leftSection={<IconUpload size={18} aria-hidden />} onClick={() => choose('files')}>
        {text.upload}
      </Button>
    </>
  );
}

function NoVideos({
  isNarrowed: isFiltered,
  mayUpload,
  onReset,
}: {
  readonly isNarrowed: boolean;
  readonly mayUpload: boolean;
  readonly onReset: () => void;
}): ReactNode {
  if (isFiltered) {
    return (
      <Empty
        icon={IconVideoOff}
        title={text.empty.filteredTitle}
        action={
          <Button variant="default" onClick={onReset}>
            {text.filters.reset}
          </Button>
        }
      >
        {text.empty.filteredText}
      </Empty>
    );
  }
  return (
    <Empty icon={IconVideoOff} title={text.empty.title}>
      {mayUpload ? text.empty.text : text.empty.textViewer}
    </Empty>
  );
}
