import type { Analysis, Video } from '@vigil/contracts';
import { Anchor, Button, Group, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { JobProgress } from '../../components/job-progress.tsx';
import { Problem } from '../../components/problem.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { momentText } from '../../lib/format/moments.ts';
import { useProfileRecord } from '../../lib/queries/record-queries.ts';
import { incidentWords } from '../../messages/en/incident-words.ts';
import { video as messages } from '../../messages/en/video.ts';
import styles from './video-view.module.css';

const text = messages.analysis;

/** How the latest analysis is, what it rested on, and what it says about itself. */
export function AnalysisPanel({
  video,
  analysis,
  mayManage,
}: {
  readonly video: Video;
  readonly analysis: Analysis | null;
  readonly mayManage: boolean;
}): ReactNode {
  return (
    <section className={styles.panel} aria-labelledby="analysis-title">
      <h2 id="analysis-title" className={styles.panelTitle}>
        {text.title}
      </h2>
      {analysis !== null ? (
        <State analysis={analysis} mayManage={mayManage} />
      ) : video.latestAnalysisId === null ? (
        <Text size="sm">{text.none}</Text>
      ) : (
        <Skeleton height={40} />
      )}
    </section>
  );
}

function State({ analysis, mayManage }: { readonly analysis: Analysis; readonly mayManage: boolean }): ReactNode {
  const { state, error, jobId, id } = analysis;
  switch (state) {
    case 'queued':
    case 'running':
      return <Running id={id} jobId={jobId} mayManage={mayManage} />;
    case 'failed':
      return <Problem title={text.failed} error={new Error(error?.message ?? '')} />;
    case 'cancelled':
      return <Text size="sm">{text.cancelled}</Text>;
    case 'done':
      return <Done analysis={analysis} />;
  }
}

function Running({
  id,
  jobId,
  mayManage,
}: {
  readonly id: string;
  readonly jobId: string;
  readonly mayManage: boolean;
}): ReactNode {
  const { data: job } = useQuery({
    queryKey: ['job', jobId],
    queryFn: () => bodyOf(api.GET('/api/v1/jobs/{id}', { params: { path: { id: jobId } } })),
  });
  const cancel = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/analyses/{id}/cancel', { params: { path: { id } } })),
  });
  return (
    <>
      {job === undefined ? <Text size="sm">{text.queued}</Text> : <JobProgress job={job} label={text.running} />}
      {cancel.error === null ? null : <Problem error={cancel.error} />}
      {mayManage ? (
        <Group>
          <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {text.cancel}
          </Button>
        </Group>
      ) : null}
    </>
  );
}

function Done({ analysis }: { readonly analysis: Analysis }): ReactNode {
  const { id, profileId, endedAt, budget, modalities, warnings } = analysis;
  const { data: profile } = useProfileRecord(profileId);
  const against = profileId === null ? text.comparedWithItself : text.comparedWith(profile?.name ?? profileId);
  return (
    <>
      <Text size="sm">
        {endedAt === null ? null : `${text.done(momentText(endedAt))}, `}
        {against}.{' '}
        <Anchor
          href={`/api/v1/analyses/${encodeURIComponent(id)}/report`}
          target="_blank"
          rel="noreferrer"
          size="sm"
          underline="always"
        >
          {text.report}
        </Anchor>
      </Text>
      {budget === null ? null : <Text size="sm">{budget.summary}</Text>}
      <dl className={styles.facts} aria-label={text.senses}>
        {modalities.map(({ modality, state, reason }) => (
          <div key={modality} title={reason ?? undefined}>
            <dt>{incidentWords.modalities[modality]}</dt>
            <dd>{text.states[state]}</dd>
          </div>
        ))}
      </dl>
      {warnings.length === 0 ? null : (
        <ul className={styles.warnings} aria-label={text.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </>
  );
}
