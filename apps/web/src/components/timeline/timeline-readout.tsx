import type { ReactNode } from 'react';
import { mediaTime } from '../../lib/format/media-time.ts';
import { incidentWords } from '../../messages/en/incident-words.ts';
import { timeline as text } from '../../messages/en/player.ts';
import { type Sprite, tileAt } from './sprite.ts';
import type { Lane, TimelineData } from './timeline-data.ts';
import styles from './timeline.module.css';

/** What the timeline says at the moment under the pointer, with a small picture of it. */
export function TimelineReadout({
  lanes,
  data,
  seconds,
  index,
  share,
  sprite,
}: {
  readonly lanes: readonly Lane[];
  readonly data: TimelineData;
  readonly seconds: number;
  /** Nearest time of the data. */
  readonly index: number;
  /** How far down the lanes, 0 to 1. */
  readonly share: number;
  readonly sprite: Sprite | null;
}): ReactNode {
  const isGap = data.gaps.some(({ startSeconds, endSeconds }) => seconds > startSeconds && seconds < endSeconds);
  return (
    <div
      className={styles.readout}
      style={share < 0.5 ? { top: `${share * 100}%` } : { bottom: `${(1 - share) * 100}%` }}
      aria-hidden
    >
      {sprite === null ? null : <Tile sprite={sprite} seconds={seconds} />}
      <strong>{mediaTime(seconds, 1)}</strong>
      {isGap ? (
        <span>{text.gap}</span>
      ) : (
        lanes.map(({ id }, lane) => {
          const value = data.values[lane][index];
          return (
            <span key={id} className={styles.readoutRow}>
              <span className={styles.dot} style={{ background: `var(--vigil-lane-${id})` }} />
              {id === 'fused' ? text.fused : incidentWords.modalities[id]}
              <span className={styles.readoutValue}>{value === null || value === undefined ? '–' : value.toFixed(2)}</span>
            </span>
          );
        })
      )}
    </div>
  );
}

function Tile({ sprite, seconds }: { readonly sprite: Sprite; readonly seconds: number }): ReactNode {
  const { left, top } = tileAt(sprite, seconds);
  return (
    <div
      className={styles.tile}
      style={{
        width: sprite.tileWidth,
        height: sprite.tileHeight,
        backgroundImage: `url("${sprite.url}")`,
        backgroundPosition: `-${left}px -${top}px`,
      }}
    />
  );
}
