import type { Video } from '@vigil/contracts';
import { ActionIcon } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../../app/session.tsx';
import { Moment } from '../../components/moment.tsx';
import { VideoPoster } from '../../components/video-poster.tsx';
import { mediaTime } from '../../lib/format/media-time.ts';
import { bytesText } from '../../lib/format/quantities.ts';
import { videos } from '../../messages/en/videos.ts';
import { LatestAnalysis } from './latest-analysis.tsx';
import styles from './video-rows.module.css';

const text = videos.row;
const AnalyseAgain = lazy(() => import('./analyse-again.tsx'));
const RemoveVideo = lazy(() => import('./remove-video.tsx'));

/** One video in the list. */
export function VideoRow({ video }: { readonly video: Video }): ReactNode {
  const { id, name, sourceId, durationSeconds, sizeBytes, createdAt, held, originalRemoved, state, problem } = video;
  return (
    <article className={styles.row}>
      <div className={styles.poster}>
        <VideoPoster videoId={id} label={text.poster(name)} />
      </div>
      <div style={{ minWidth: 0 }}>
        <Link className={styles.name} href={`/videos/${id}`} title={name}>
          {name}
        </Link>
        <div className={styles.facts}>
          <span>{sourceId ?? text.noSource}</span>
          <span>{durationSeconds === null ? text.lengthUnknown : mediaTime(durationSeconds)}</span>
          <span>{bytesText(sizeBytes)}</span>
          <Moment at={createdAt} />
          {held ? <span className={styles.mark}>{text.held}</span> : null}
          {originalRemoved ? <span className={styles.mark}>{text.originalRemoved}</span> : null}
        </div>
      </div>
      <div className={styles.state}>
        {state === 'unreadable' ? (
          <span className={styles.failed}>{`${text.unreadable}${problem === null ? '' : `: ${problem}`}`}</span>
        ) : (
          <LatestAnalysis video={video} />
        )}
      </div>
      <RowActions video={video} />
    </article>
  );
}

function RowActions({ video }: { readonly video: Video }): ReactNode {
  const [open, setOpen] = useState<'again' | 'remove' | null>(null);
  const mayManage = useMay('operator');
  if (!mayManage) return null;
  const { name, state, originalRemoved } = video;
  const close = (): void => setOpen(null);
  return (
    <div className={styles.actions}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        disabled={state === 'unreadable' || originalRemoved}
        aria-label={text.again(name)}
        title={text.again(name)}
        onClick={() => setOpen('again')}
      >
        <IconRefresh size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={text.remove(name)}
        title={text.remove(name)}
        onClick={() => setOpen('remove')}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      <Suspense>
        {open === 'again' ? <AnalyseAgain video={video} onClose={close} /> : null}
        {open === 'remove' ? <RemoveVideo video={video} onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
