import type { ReactNode } from 'react';
import { evaluate } from '../../../messages/en/evaluate.ts';
import type { LabelledEvent } from './label-queries.ts';
import styles from './labels.module.css';

/** What is marked, along the video; a press goes there. Without a pointer the player's own slider and the list of events do the same. */
export function EventStrip({
  events,
  begun,
  seconds,
  durationSeconds,
  onSeek,
}: {
  readonly events: readonly LabelledEvent[];
  /** Where an event that is not ended yet begins; null for none. */
  readonly begun: number | null;
  /** Where the player is. */
  readonly seconds: number;
  readonly durationSeconds: number | null;
  readonly onSeek: (seconds: number) => void;
}): ReactNode {
  if (durationSeconds === null || durationSeconds === 0) return null;
  const place = (at: number): string => `${(100 * at) / durationSeconds}%`;
  const bands = [
    ...events.map(({ startSeconds, endSeconds }) => ({ from: startSeconds, to: endSeconds, isOpen: false })),
    ...(begun === null ? [] : [{ from: begun, to: Math.max(begun, seconds), isOpen: true }]),
  ];
  return (
    <div
      role="img"
      aria-label={evaluate.labels.strip(events.length)}
      className={styles.strip}
      onPointerDown={({ currentTarget, clientX }) => {
        const { left, width } = currentTarget.getBoundingClientRect();
        onSeek((durationSeconds * (clientX - left)) / width);
      }}
    >
      {bands.map(({ from, to, isOpen }) => (
        <span
          key={`${from} ${to}`}
          className={styles.event}
          data-open={isOpen}
          style={{ left: place(from), width: place(to - from) }}
        />
      ))}
      <span className={styles.playhead} style={{ left: place(Math.min(seconds, durationSeconds)) }} />
    </div>
  );
}
