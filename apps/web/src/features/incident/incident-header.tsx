import type { IncidentRecord } from '@vigil/contracts';
import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { ShareMoment } from '../../components/footage/share-moment.tsx';
import type { Playhead } from '../../components/player/playhead.ts';
import { SeverityBadge } from '../../components/severity-badge.tsx';
import { mediaTime } from '../../lib/format/media-time.ts';
import { momentText } from '../../lib/format/moments.ts';
import { incidentWords } from '../../messages/en/incident-words.ts';
import { incident as text } from '../../messages/en/incident.ts';
import { shell } from '../../messages/en/shell.ts';
import styles from './incident.module.css';
import { NeighbourLinks } from './neighbour-links.tsx';

/** What it is, how grave, when, where, and what became of it. */
export function IncidentHeader({
  incident,
  playhead,
}: {
  readonly incident: IncidentRecord;
  readonly playhead: Playhead;
}): ReactNode {
  const { title, severity, status, kinds, videoId, sourceName, sourceKind, startSeconds, endSeconds, startedAt } = incident;
  useEffect(() => {
    document.title = `${title} · ${shell.product}`;
  }, [title]);
  const times = text.at(mediaTime(startSeconds, 1), mediaTime(endSeconds, 1));
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        <p className={styles.printOnly}>{text.print.title}</p>
        <div className={styles.badges}>
          <SeverityBadge severity={severity} />
          <span className={styles.status} data-status={status}>
            {incidentWords.statuses[status]}
          </span>
          <span>{kinds.map((kind) => incidentWords.kinds[kind]).join(' · ')}</span>
        </div>
        <Title order={1} size="h2">
          {title}
        </Title>
        <p className={styles.where}>
          <Link href={`/videos/${encodeURIComponent(videoId)}?t=${startSeconds.toFixed(1)}`}>{sourceName}</Link>
          {' · '}
          {sourceKind === 'camera' && startedAt !== null ? momentText(startedAt) : times}
        </p>
      </div>
      <div className={styles.tools} data-print="hide">
        <ShareMoment playhead={playhead} />
        <NeighbourLinks incident={incident} />
      </div>
    </header>
  );
}
