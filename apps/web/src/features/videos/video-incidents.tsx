import type { Video } from '@vigil/contracts';
import { Anchor, Skeleton, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { IncidentRow } from '../../components/incident-row.tsx';
import { Problem } from '../../components/problem.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { useFeed } from '../../lib/feed/feed-context.tsx';
import { video as messages } from '../../messages/en/video.ts';
import styles from './video-view.module.css';

const text = messages.incidents;
/** So many are listed here; the list of incidents has all. */
const mostShown = 100;

/** The incidents of a recording, in its order; new ones join as they are decided. */
export function VideoIncidents({ video: { id } }: { readonly video: Video }): ReactNode {
  const client = useQueryClient();
  const queryKey = ['incident', 'list', { videoId: id, limit: mostShown }];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => bodyOf(api.GET('/api/v1/incidents', { params: { query: { videoId: id, limit: mostShown } } })),
  });
  useFeed(({ topic, type, record }) => {
    if (topic === 'incident' && type !== 'update' && record.videoId === id) void client.invalidateQueries({ queryKey });
  });
  const inOrder = data?.items.toSorted((a, b) => a.startSeconds - b.startSeconds);
  return (
    <section className={styles.panel} aria-labelledby="incidents-title">
      <h2 id="incidents-title" className={styles.panelTitle}>
        {data === undefined ? text.loading : text.title(data.items.length, data.nextCursor === null)}
      </h2>
      {error !== null && data === undefined ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {inOrder === undefined ? (
        error === null ? (
          <Skeleton height={120} />
        ) : null
      ) : inOrder.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : (
        <ul className={styles.list}>
          {inOrder.map((incident) => (
            <li key={incident.id}>
              <IncidentRow incident={incident} />
            </li>
          ))}
        </ul>
      )}
      {data?.nextCursor == null ? null : (
        <Anchor component={Link} href={`/incidents?status=all&videoId=${encodeURIComponent(id)}`} size="sm">
          {text.all}
        </Anchor>
      )}
    </section>
  );
}
