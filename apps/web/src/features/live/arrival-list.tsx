import { Button, Skeleton, Text, Title } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Outcome } from '../../components/outcome.tsx';
import { Problem } from '../../components/problem.tsx';
import { useNow } from '../../lib/use-now.ts';
import { live } from '../../messages/en/live.ts';
import { ArrivalRow } from './arrival-row.tsx';
import { mostArrivals, snoozedName } from './arrivals.ts';
import styles from './arrival-list.module.css';
import type { useArrivals } from './use-arrivals.ts';
import { NothingYet } from './nothing-yet.tsx';
import type { Snoozes } from './use-snoozes.ts';

const text = live.feed;
const agoMs = 20_000;

/** Incidents as they are decided, the newest on top. */
export function ArrivalList({
  list: { arrivals, query, acknowledge, pause },
  snoozes,
}: {
  readonly list: ReturnType<typeof useArrivals>;
  readonly snoozes: Snoozes;
}): ReactNode {
  const { shown, waiting, isPaused } = arrivals;
  // the rows tell how long ago they came
  useNow(agoMs);
  const Icon = isPaused ? IconPlayerPlay : IconPlayerPause;
  return (
    <section aria-labelledby="live-arrivals" className={styles.section}>
      <div className={styles.head}>
        <Title order={2} size="h4" id="live-arrivals">
          {live.arrivals}
        </Title>
        <Text size="sm" role="status" fw={waiting.length > 0 ? 600 : 400}>
          {isPaused ? text.waiting(waiting.length) : null}
        </Text>
        <Button
          variant={isPaused ? 'filled' : 'default'}
          size="xs"
          leftSection={<Icon size={16} aria-hidden />}
          onClick={() => pause(!isPaused)}
        >
          {isPaused ? text.resume : text.pause}
        </Button>
      </div>
      <Outcome of={acknowledge} />
      {query.error === null || shown.length > 0 ? null : <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && shown.length === 0 ? <Skeleton height={320} /> : null}
      {query.isSuccess && shown.length === 0 ? <NothingYet title={text.none}>{text.noneText}</NothingYet> : null}
      <ol className={styles.list}>
        {shown.map((arrival) => (
          <li key={arrival.id}>
            <ArrivalRow
              arrival={arrival}
              isSnoozed={snoozes.isSnoozed(arrival.sourceId)}
              onAcknowledge={() => acknowledge.mutate({ id: arrival.id, reviewed: !arrival.reviewed })}
              onSnooze={(minutes) => snoozes.snooze({ sourceId: arrival.sourceId, sourceName: snoozedName(arrival) }, minutes)}
            />
          </li>
        ))}
      </ol>
      {shown.length >= mostArrivals ? (
        <Text size="sm" c="dimmed" p="sm">
          {text.dropped(mostArrivals)}
        </Text>
      ) : null}
    </section>
  );
}
