import { Anchor, Button, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { JobProgress } from '../../components/job-progress.tsx';
import { Outcome } from '../../components/outcome.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import { uploads } from '../../messages/en/uploads.ts';
import styles from './upload-dock.module.css';

const text = uploads.analysis;

/** What becomes of a video after its upload; the feed keeps it up to date. */
export function UploadedAnalysis({ videoId, isAsked }: { readonly videoId: string; readonly isAsked: boolean }): ReactNode {
  const query = { subjectId: videoId, type: 'analyse-video', limit: 1 } as const;
  const { data } = useQuery({
    queryKey: ['job', 'list', query],
    queryFn: () => bodyOf(api.GET('/api/v1/jobs', { params: { query } })),
    enabled: isAsked,
  });
  const job = data?.items[0];
  const isRunning = job !== undefined && (job.state === 'queued' || job.state === 'leased');
  return (
    <>
      {isRunning ? <JobProgress job={job} label={text.label} /> : null}
      <div className={styles.line}>
        <Text size="sm" component="div" className={styles.name}>
          {isAsked ? job === undefined || isRunning ? null : <Ended job={job} /> : text.notAsked}
        </Text>
        {isRunning ? <CancelAnalysis job={job} /> : null}
        <Anchor component={Link} href={`/videos/${videoId}`} size="sm">
          {text.open}
        </Anchor>
      </div>
    </>
  );
}

function CancelAnalysis({ job: { id, cancelRequested } }: { readonly job: components['schemas']['Job'] }): ReactNode {
  const cancel = useMutation({ mutationFn: () => api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } }) });
  return (
    <>
      <Outcome of={cancel} />
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        disabled={cancelRequested || cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        {text.cancel}
      </Button>
    </>
  );
}

function Ended({ job: { state, payload, error } }: { readonly job: components['schemas']['Job'] }): ReactNode {
  const analysisId = payload.type === 'analyse-video' ? payload.analysisId : '';
  const { data: analysis } = useQuery({
    queryKey: ['analysis', analysisId],
    queryFn: () => bodyOf(api.GET('/api/v1/analyses/{id}', { params: { path: { id: analysisId } } })),
    enabled: state === 'done',
  });
  if (state === 'failed') return <span className={styles.problem}>{`${text.failed}: ${error?.message ?? ''}`}</span>;
  if (state === 'cancelled') return text.cancelled;
  return state === 'done' ? text.done(analysis?.incidentCount ?? null) : null;
}
