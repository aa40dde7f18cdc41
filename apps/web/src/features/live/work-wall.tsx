import { Skeleton, Text, Title } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../../components/problem.tsx';
import { StoppedNote } from '../../components/stop-everything.tsx';
import { live } from '../../messages/en/live.ts';
import type { Arrivals } from './arrivals.ts';
import { type LiveJobs, wallOrder } from './live-jobs.ts';
import { LiveTile } from './live-tile.tsx';
import { NothingYet } from './nothing-yet.tsx';
import styles from './work-wall.module.css';

const text = live.tiles;

/** Analyses at work, a tile each. */
export function WorkWall({
  jobs,
  query: { error, isPending, refetch },
  arrivals,
}: {
  readonly jobs: LiveJobs;
  readonly query: UseQueryResult;
  readonly arrivals: Arrivals;
}): ReactNode {
  const { tiles, waiting } = wallOrder(jobs);
  return (
    <section aria-labelledby="live-work">
      <Title order={2} size="h4" id="live-work" mb="sm">
        {live.work}
      </Title>
      <StoppedNote />
      {error === null || tiles.length > 0 ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {isPending && tiles.length === 0 ? <Skeleton height={260} /> : null}
      {!isPending && error === null && tiles.length === 0 ? (
        <NothingYet title={text.none} icon={IconEyeCheck}>
          {text.noneText}
        </NothingYet>
      ) : null}
      <ul className={styles.wall}>
        {tiles.map((job) => (
          <li key={job.id}>
            <LiveTile job={job} arrivals={arrivals} />
          </li>
        ))}
      </ul>
      {waiting > 0 ? (
        <Text c="dimmed" size="sm" mt="sm" role="status">
          {text.waiting(waiting)}
        </Text>
      ) : null}
    </section>
  );
}
