import type { Analysis, Video } from '@vigil/contracts';
import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { JobProgress } from '../../components/job-progress.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { videos } from '../../messages/en/videos.ts';
import styles from './video-rows.module.css';

const text = videos.row;

/** What became of a video: how far its newest analysis is, or how many incidents it found. */
export function LatestAnalysis({ video }: { readonly video: Video }): ReactNode {
  const analysisId = video.latestAnalysisId;
  const { data, error } = useQuery({
    queryKey: ['analysis', analysisId],
    queryFn: () => bodyOf(api.GET('/api/v1/analyses/{id}', { params: { path: { id: analysisId ?? '' } } })),
    enabled: analysisId !== null,
  });
  if (analysisId === null) return <span className={styles.dimmed}>{text.notAnalysed}</span>;
  if (error !== null && data === undefined) return <span className={styles.failed}>{error.message}</span>;
  if (data === undefined) return <Skeleton height={20} />;
  return <AnalysisState analysis={data} />;
}

function AnalysisState({ analysis }: { readonly analysis: Analysis }): ReactNode {
  const { state, error, incidentCount, videoId, jobId } = analysis;
  switch (state) {
    case 'queued':
    case 'running':
      return <RunningJob jobId={jobId} />;
    case 'failed':
      return <span className={styles.failed}>{`${text.failed}: ${error?.message ?? ''}`}</span>;
    case 'cancelled':
      return <span className={styles.dimmed}>{text.cancelled}</span>;
    case 'done':
      if (incidentCount === null || incidentCount === 0) return <span className={styles.dimmed}>{text.incidents(0)}</span>;
      return (
        <Anchor component={Link} href={`/incidents?videoId=${videoId}`}>
          {text.incidents(incidentCount)}
        </Anchor>
      );
  }
}

function RunningJob({ jobId }: { readonly jobId: string }): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['job', jobId],
    queryFn: () => bodyOf(api.GET('/api/v1/jobs/{id}', { params: { path: { id: jobId } } })),
  });
  if (data !== undefined) return <JobProgress job={data} label={text.analysis} />;
  return error === null ? <Skeleton height={20} /> : <span className={styles.failed}>{error.message}</span>;
}
