import type { ShownJob } from '@vigil/contracts';
import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMay } from '../../app/session.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { Outcome } from '../../components/outcome.tsx';
import { SeverityBadge } from '../../components/severity-badge.tsx';
import { VideoPoster } from '../../components/video-poster.tsx';
import { api, bodyOf, dashboard } from '../../lib/api/api-client.ts';
import { live } from '../../messages/en/live.ts';
import type { Arrivals } from './arrivals.ts';
import { hasEnded } from './live-jobs.ts';
import styles from './work-wall.module.css';

const text = live.tiles;

/** One analysis on the wall: what it looks at, how far it is, and what it found last. */
export function LiveTile({ job, arrivals }: { readonly job: ShownJob; readonly arrivals: Arrivals }): ReactNode {
  const { payload } = job;
  const { videoId, analysisId } = payload.type === 'analyse-video' ? payload : { videoId: '', analysisId: '' };
  const { data: video } = useQuery({
    queryKey: ['video', videoId],
    queryFn: () => bodyOf(api.GET('/api/v1/videos/{id}', { params: { path: { id: videoId } } })),
  });
  const name = video?.name ?? text.unnamed;
  const isEnded = hasEnded(job);
  const newest = [...arrivals.waiting, ...arrivals.shown].find((arrival) => arrival.analysisId === analysisId);
  return (
    <article className={styles.tile} data-ended={isEnded} aria-label={name}>
      <VideoPoster videoId={videoId} label={text.picture(name)} />
      <div className={styles.line}>
        <Link className={styles.name} href={`/videos/${videoId}`} title={name}>
          {name}
        </Link>
        {isEnded ? null : <TileControls job={job} name={name} />}
      </div>
      {isEnded ? <Ending job={job} analysisId={analysisId} /> : <JobProgress job={job} label={text.label} />}
      {newest === undefined ? (
        isEnded ? null : (
          <span className={styles.dimmed}>{text.noIncident}</span>
        )
      ) : (
        <div className={styles.newest}>
          <VisuallyHidden>{text.newest}:</VisuallyHidden>
          <SeverityBadge severity={newest.severity} />
          <span>{newest.title}</span>
        </div>
      )}
    </article>
  );
}

function TileControls({ job, name }: { readonly job: ShownJob; readonly name: string }): ReactNode {
  const steer = useMutation({
    mutationFn: (action: 'pause' | 'resume' | 'cancel') =>
      dashboard.POST(`/dashboard/v1/jobs/{id}/${action}`, { params: { path: { id: job.id } } }),
  });
  const mayManage = useMay('operator');
  if (!mayManage) return null;
  const Toggle = job.paused ? IconPlayerPlay : IconPlayerPause;
  const toggle = job.paused ? text.resume(name) : text.pause(name);
  return (
    <>
      <Outcome of={steer} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={toggle}
        title={toggle}
        disabled={job.cancelRequested || steer.isPending}
        onClick={() => steer.mutate(job.paused ? 'resume' : 'pause')}
      >
        <Toggle size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={text.cancel(name)}
        title={text.cancel(name)}
        disabled={job.cancelRequested || steer.isPending}
        onClick={() => steer.mutate('cancel')}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </>
  );
}

function Ending({ job: { state, error }, analysisId }: { readonly job: ShownJob; readonly analysisId: string }): ReactNode {
  const { data } = useQuery({
    queryKey: ['analysis', analysisId],
    queryFn: () => bodyOf(api.GET('/api/v1/analyses/{id}', { params: { path: { id: analysisId } } })),
    enabled: state === 'done',
  });
  if (state === 'failed') return <span className={styles.failed}>{text.failed(error?.message ?? '')}</span>;
  if (state === 'cancelled') return <span className={styles.dimmed}>{text.cancelled}</span>;
  return <span className={styles.dimmed}>{data === undefined ? null : text.done(data.incidentCount)}</span>;
}
