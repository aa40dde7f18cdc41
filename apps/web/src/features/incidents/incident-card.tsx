import type { IncidentSummary } from '@vigil/contracts';
import { IconCheck, IconLock, IconNote, IconPlayerPlay, IconPlayerStop, IconUser } from '@tabler/icons-react';
import { memo, type PointerEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import { SeverityBadge } from '../../components/severity-badge.tsx';
import { duration, mediaTime } from '../../lib/format/media-time.ts';
import { exactMomentText, momentText } from '../../lib/format/moments.ts';
import { incidentList } from '../../messages/en/incidents.ts';
import { messages } from '../../messages/index.ts';
import { CardPreview } from './card-preview.tsx';
import styles from './incident-card.module.css';
import { KeyFrame } from './key-frame.tsx';
import { ShareBar } from './share-bar.tsx';

const text = incidentList.card;
const words = messages.incidentWords;

/** What a card tells the grid; `at` is its place in the list. */
export interface CardEvents {
  readonly onPick: (at: number, isRange: boolean) => void;
  readonly onPoint: (id: string | null) => void;
  readonly onPlay: (id: string) => void;
}

/** One incident: what, where, when, how sure, and what people made of it. */
export const IncidentCard = memo(function IncidentCard({
  incident,
  at,
  isPicked,
  isPlaying,
  isGone,
  assignee,
  events,
}: {
  readonly incident: IncidentSummary;
  readonly at: number;
  readonly isPicked: boolean;
  readonly isPlaying: boolean;
  /** Whether it was removed since the list was read. */
  readonly isGone: boolean;
  /** Name of who it is assigned to; null for nobody. */
  readonly assignee: string | null;
  readonly events: CardEvents;
}): ReactNode {
  const { id, title, keyFrame, clip, kinds, severity, status, reviewed, held, note, tags } = incident;
  const address = `/incidents/${encodeURIComponent(id)}`;
  const point =
    (name: string | null) =>
    ({ pointerType }: PointerEvent): void => {
      if (pointerType === 'mouse') events.onPoint(name);
    };
  return (
    <div
      className={styles.card}
      data-picked={isPicked}
      data-status={isGone ? 'gone' : status}
      onPointerEnter={point(id)}
      onPointerLeave={point(null)}
    >
      <div className={styles.picture}>
        <Link href={address} tabIndex={-1} aria-hidden className={styles.frame}>
          <KeyFrame address={keyFrame === null ? null : `/api/v1${address}/key-frame`} />
          {isPlaying && clip !== null ? <CardPreview id={id} title={title} hasPoster={keyFrame !== null} /> : null}
        </Link>
        <input
          type="checkbox"
          className={styles.pick}
          tabIndex={-1}
          checked={isPicked}
          aria-label={text.select(title)}
          onClick={({ shiftKey }) => events.onPick(at, shiftKey)}
          onChange={() => undefined}
        />
        {clip === null ? null : (
          <button
            type="button"
            tabIndex={-1}
            className={styles.play}
            aria-label={isPlaying ? text.stop(title) : text.play(title)}
            onClick={() => events.onPlay(id)}
          >
            {isPlaying ? <IconPlayerStop size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />}
          </button>
        )}
      </div>
      <div className={styles.body}>
        <div className={styles.line}>
          <SeverityBadge severity={severity} />
          <span className={styles.quiet} title={kinds.map((kind) => words.kinds[kind]).join(', ')}>
            {words.kinds[kinds[0]]}
            {kinds.length > 1 ? ` ${text.moreKinds(kinds.length - 1)}` : ''}
          </span>
        </div>
        <Link href={address} className={styles.title} tabIndex={-1}>
          {title}
        </Link>
        <Where incident={incident} />
        <div className={styles.line}>
          <ShareBar incident={incident} />
          <span className={styles.marks}>
            {note === '' ? null : <IconNote size={16} role="img" aria-label={text.note} />}
            {held ? <IconLock size={16} role="img" aria-label={text.held} /> : null}
            {reviewed ? <IconCheck size={17} className={styles.done} role="img" aria-label={text.reviewed} /> : null}
          </span>
        </div>
        <div className={styles.chips}>
          <span className={styles.status} data-status={isGone ? 'gone' : status}>
            {isGone ? incidentList.list.gone : words.statuses[status]}
          </span>
          {assignee === null ? null : (
            <span className={styles.chip} title={text.assigned(assignee)}>
              <IconUser size={12} aria-hidden /> {assignee}
            </span>
          )}
          {tags.map((tag) => (
            <span key={tag} className={styles.chip}>
              {tag}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
});

/** Place and time: media time for files, wall clock for cameras. */
function Where({ incident }: { readonly incident: IncidentSummary }): ReactNode {
  const { sourceName, sourceKind, startSeconds, endSeconds, startedAt, occurredAt } = incident;
  const at = startedAt ?? occurredAt;
  return (
    <div className={styles.where}>
      <span className={styles.source} title={sourceName}>
        {sourceName}
      </span>
      {sourceKind === 'camera' ? (
        <time dateTime={at} title={exactMomentText(at)}>
          {momentText(at)}
        </time>
      ) : (
        <span title={exactMomentText(occurredAt)}>
          {text.atMedia(mediaTime(startSeconds), duration(endSeconds - startSeconds))}
        </span>
      )}
    </div>
  );
}
