import { Button, Menu } from '@mantine/core';
import { IconBellOff, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Moment } from '../../components/moment.tsx';
import { SeverityBadge } from '../../components/severity-badge.tsx';
import { mediaTime } from '../../lib/format/media-time.ts';
import { live } from '../../messages/en/live.ts';
import { type Arrival, snoozedName } from './arrivals.ts';
import styles from './arrival-list.module.css';

const text = live;

/** One arrival, with what can be done about it at once. */
export function ArrivalRow({
  arrival,
  isSnoozed,
  onAcknowledge,
  onSnooze,
}: {
  readonly arrival: Arrival;
  readonly isSnoozed: boolean;
  readonly onAcknowledge: () => void;
  readonly onSnooze: (minutes: number) => void;
}): ReactNode {
  const action = arrival.reviewed ? text.feed.acknowledged : text.feed.acknowledge;
  const { id, title, severity, sourceName, sourceKind, startSeconds, occurredAt, decidedAt, keyFrame, isNew, reviewed } = arrival;
  return (
    <article
      className={styles.row}
      data-severity={severity}
      data-new={isNew}
      data-quiet={isSnoozed || reviewed}
      aria-label={title}
    >
      {keyFrame === null ? (
        <span className={styles.picture} />
      ) : (
        <img className={styles.picture} src={`/api/v1/incidents/${id}/key-frame`} alt="" loading="lazy" decoding="async" />
      )}
      <div className={styles.words}>
        <Link className={styles.title} href={`/incidents/${id}`}>
          {title}
        </Link>
        <span className={styles.place}>
          <span>{sourceName}</span>
          <span>{sourceKind === 'video' ? mediaTime(startSeconds, 1) : <Moment at={occurredAt} />}</span>
          <Moment at={decidedAt} since />
        </span>
      </div>
      <div className={styles.marks}>
        <SeverityBadge severity={severity} />
        {isSnoozed ? (
          <span className={styles.place}>{text.snooze.mark}</span>
        ) : (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                leftSection={<IconBellOff size={14} aria-hidden />}
                aria-label={text.snooze.label(snoozedName(arrival))}
              >
                {text.snooze.choose}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onSnooze(10)}>{text.snooze.minutes}</Menu.Item>
              <Menu.Item onClick={() => onSnooze(60)}>{text.snooze.hour}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
        <Button
          size="compact-xs"
          variant={reviewed ? 'subtle' : 'default'}
          aria-pressed={reviewed}
          leftSection={<IconCheck size={14} aria-hidden />}
          aria-label={text.feed.actionOn(action, title)}
          onClick={onAcknowledge}
        >
          {action}
        </Button>
      </div>
    </article>
  );
}
