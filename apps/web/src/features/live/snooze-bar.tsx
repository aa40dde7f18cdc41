import { ActionIcon, Badge } from '@mantine/core';
import { IconBellOff, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { live } from '../../messages/en/live.ts';
import styles from './live-page.module.css';
import type { Snoozes } from './use-snoozes.ts';

const text = live.snooze;
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

/** Which sources are silent in this browser; there as long as one is. */
export function SnoozeBar({ snoozes: { active, end } }: { readonly snoozes: Snoozes }): ReactNode {
  if (active.length === 0) return null;
  return (
    <section className={styles.snoozes} aria-label={text.active} title={text.hint}>
      <IconBellOff size={18} aria-hidden />
      {text.active}:
      {active.map(({ sourceId, sourceName, untilMs }) => (
        <Badge
          key={sourceId}
          variant="default"
          size="lg"
          tt="none"
          rightSection={
            <ActionIcon
              variant="transparent"
              color="gray"
              size="sm"
              aria-label={text.end(sourceName)}
              onClick={() => end(sourceId)}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          }
        >
          {text.until(sourceName, clock.format(untilMs))}
        </Badge>
      ))}
    </section>
  );
}
