import type { BoundingBox } from '@vigil/contracts';
import { Button, Group, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCrop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Playhead } from '../../components/player/playhead.ts';
import { Problem } from '../../components/problem.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { ApiError } from '../../lib/api/api-error.ts';
import { useKeys } from '../../lib/keys/key-bindings.tsx';
import { video as messages } from '../../messages/en/video.ts';
import { ActiveMoments } from './active-moments.tsx';
import type { Region } from './use-region.ts';
import styles from './video-view.module.css';

const text = messages.region;

/** "What moved here?": searches a place of the picture for motion. */
export function RegionSearch({
  region,
  videoId,
  analysisId,
  playhead,
}: {
  readonly region: Region;
  readonly videoId: string;
  /** Null while no analysis is done. */
  readonly analysisId: string | null;
  readonly playhead: Playhead;
}): ReactNode {
  const { isChoosing, box, begin, end } = region;
  useKeys(messages.keys, [
    { keys: 'w', label: text.title, run: isChoosing ? end : begin },
    ...(isChoosing ? [{ keys: 'Escape', label: text.stop, run: end }] : []),
  ]);
  if (analysisId === null) return null;
  return (
    <section className={styles.panel} aria-labelledby="region-title">
      <Group justify="space-between">
        <h2 id="region-title" className={styles.panelTitle}>
          {text.title}
        </h2>
        <Button
          size="xs"
          variant={isChoosing ? 'filled' : 'default'}
          leftSection={<IconCrop size={16} />}
          aria-pressed={isChoosing}
          onClick={isChoosing ? end : begin}
        >
          {isChoosing ? text.stop : text.start}
        </Button>
      </Group>
      {isChoosing ? (
        <Text size="sm" c="dimmed">
          {text.hint}
        </Text>
      ) : null}
      {box === null ? null : <Found box={box} videoId={videoId} analysisId={analysisId} playhead={playhead} />}
    </section>
  );
}

function Found({
  box: { left, top, width, height },
  videoId,
  analysisId,
  playhead,
}: {
  readonly box: BoundingBox;
  readonly videoId: string;
  readonly analysisId: string;
  readonly playhead: Playhead;
}): ReactNode {
  const edge = (value: number): string => String(Number(Math.min(1, Math.max(0, value)).toFixed(3)));
  const query = { left: edge(left), top: edge(top), right: edge(left + width), bottom: edge(top + height) };
  const { data, error, refetch } = useQuery({
    queryKey: ['activity', analysisId, query],
    staleTime: Infinity,
    placeholderData: (before) => before,
    queryFn: () => bodyOf(api.GET('/api/v1/analyses/{id}/activity', { params: { path: { id: analysisId }, query } })),
  });
  if (error instanceof ApiError && error.code === 'not-found') return <Text size="sm">{text.noMap}</Text>;
  if (error !== null) return <Problem title={text.failed} error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" />
        <Text size="sm">{text.working}</Text>
      </Group>
    );
  }
  return (
    <>
      <Text size="sm" role="status">
        {data.total === 0 ? text.none : text.found(data.total)}
      </Text>
      <ActiveMoments moments={data.moments} videoId={videoId} onGo={(seconds) => playhead.seek(seconds)} />
    </>
  );
}
