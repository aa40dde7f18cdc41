import { ActionIcon, Button, Progress, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { duration } from '../../lib/format/media-time.ts';
import { useUploadItems, useUploads } from '../../lib/uploads/upload-context.tsx';
import type { UploadItem } from '../../lib/uploads/upload-item.ts';
import { totalsOf, type UploadTotals } from '../../lib/uploads/upload-totals.ts';
import { uploads } from '../../messages/en/uploads.ts';
import { UploadAnnouncer } from './upload-announcer.tsx';
import styles from './upload-dock.module.css';
import { UploadRow } from './upload-row.tsx';

const text = uploads.dock;

/** How far the uploads are, in a corner of every page. */
function UploadDock(): ReactNode {
  const items = useUploadItems();
  const { queue } = useUploads();
  const [isOpen, setOpen] = useState(true);
  const listId = useId();
  const totals = totalsOf(items);
  const Icon = isOpen ? IconChevronDown : IconChevronUp;
  return (
    <section className={styles.dock} aria-label={uploads.title}>
      <UploadAnnouncer items={items} />
      <div className={styles.head}>
        <div className={styles.summary}>
          <Text size="sm" fw={600}>
            {summaryOf(totals)}
          </Text>
          {totals.running > 0 && totals.share !== null ? (
            <Progress.Root size="sm">
              <Progress.Section value={100 * totals.share} aria-label={uploads.title} />
            </Progress.Root>
          ) : null}
        </div>
        {totals.done > 0 && totals.running === 0 ? (
          <Button variant="subtle" size="compact-xs" onClick={() => queue.clearDone()}>
            {text.clear}
          </Button>
        ) : null}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-label={isOpen ? text.close : text.open}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon size={18} aria-hidden />
        </ActionIcon>
      </div>
      <ul id={listId} className={styles.list} hidden={!isOpen}>
        {inOrder(items).map((item) => (
          <UploadRow key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

export default UploadDock;

const ranks: Readonly<Record<UploadItem['phase'], number>> = {
  failed: 0,
  interrupted: 0,
  sending: 1,
  reconnecting: 1,
  paused: 1,
  waiting: 2,
  done: 3,
};

/** What needs somebody comes first, then what is at work; otherwise as they were chosen. */
function inOrder(items: readonly UploadItem[]): readonly UploadItem[] {
  return items.toSorted((a, b) => ranks[a.phase] - ranks[b.phase]);
}

function summaryOf({ running, done, failed, paused, interrupted, share, secondsLeft }: UploadTotals): string {
  const parts: string[] = [];
  if (running > 0) {
    parts.push(text.running(done, done + running));
    if (share !== null) parts.push(`${Math.floor(share * 100)} %`);
    if (secondsLeft !== null) parts.push(text.left(duration(secondsLeft)));
  } else if (done > 0) parts.push(text.done(done));
  if (failed > 0) parts.push(text.failed(failed));
  if (paused > 0) parts.push(text.paused(paused));
  if (interrupted > 0) parts.push(text.interrupted(interrupted));
  return parts.join(' · ');
}
