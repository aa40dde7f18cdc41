import { Alert, Anchor, Button, NativeSelect, Skeleton, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconFileText } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import { useMay } from '../../app/session.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { Outcome as ActionOutcome } from '../../components/outcome.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { api } from '../../lib/api/api-client.ts';
import { momentText } from '../../lib/format/moments.ts';
import { numberText } from '../../lib/format/quantities.ts';
import { useEvaluationRecord } from '../../lib/queries/record-queries.ts';
import { evaluate } from '../../messages/en/evaluate.ts';
import { areOnSameLabels, isSameSource } from './compare-labels.ts';
import { Comparison } from './comparison.tsx';
import { EvaluationOutcome } from './evaluation-outcome.tsx';
import { type Evaluation, useEvaluationJob, useEvaluations, useEvaluationsFresh } from './evaluation-queries.ts';

const text = evaluate.page;

/** One evaluation, alone or beside another one. */
function EvaluationPage(): ReactNode {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { data: evaluation, error, refetch } = useEvaluationRecord(id);
  const { data: other } = useEvaluationRecord(search.get('with'));
  useEvaluationsFresh();
  if (evaluation === undefined)
    return error === null ? <Skeleton h={400} /> : <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Anchor component={Link} href="/evaluate" size="sm">
        <IconArrowLeft size={14} aria-hidden /> {text.back}
      </Anchor>
      <PageHeader title={text.title(evaluation.dataset)}>
        {evaluation.state === 'done' ? (
          <>
            <OtherRun
              evaluation={evaluation}
              chosen={other?.id ?? ''}
              onChoose={(chosen) => setSearch(chosen === '' ? {} : { with: chosen })}
            />
            <Button
              component="a"
              variant="default"
              href={`/api/v1/evaluations/${id}/report`}
              target="_blank"
              leftSection={<IconFileText size={16} aria-hidden />}
            >
              {text.report}
            </Button>
          </>
        ) : null}
      </PageHeader>
      <Text c="dimmed" mb="md">
        {text.run(momentText(evaluation.createdAt), budgetText(evaluation))}
      </Text>
      <Running evaluation={evaluation} />
      {evaluation.error === null ? null : (
        <Alert color="red" title={text.failed} icon={<IconAlertTriangle />}>
          {evaluation.error.message}
        </Alert>
      )}
      {evaluation.state === 'done' && other?.state === 'done' ? <Comparison before={other} after={evaluation} /> : null}
      {evaluation.state === 'done' ? <EvaluationOutcome evaluation={evaluation} other={other} /> : null}
    </>
  );
}

function budgetText({ budgetIncidentsPerDay }: Evaluation): string {
  return budgetIncidentsPerDay === null
    ? `${evaluate.figures.budget}: ${evaluate.list.general}`
    : `${evaluate.figures.budget}: ${evaluate.list.perDay(numberText(budgetIncidentsPerDay))}`;
}

/** A run to choose; one on other labels says so. */
function otherRunText(other: Evaluation, evaluation: Evaluation): string {
  const said = `${text.compareWith}: ${text.run(momentText(other.createdAt), budgetText(other))}`;
  return areOnSameLabels(other, evaluation) === false ? `${said}, ${evaluate.measured.otherMark}` : said;
}

function OtherRun({
  evaluation,
  chosen,
  onChoose,
}: {
  readonly evaluation: Evaluation;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const { data } = useEvaluations();
  const others = data?.items.filter(
    (other) => other.state === 'done' && other.id !== evaluation.id && (isSameSource(other, evaluation) || other.id === chosen),
  );
  if (others === undefined || others.length === 0) return null;
  return (
    <NativeSelect
      aria-label={text.compareWith}
      data={[
        { value: '', label: `${text.compareWith}: ${text.nothing}` },
        ...others.map((other) => ({ value: other.id, label: otherRunText(other, evaluation) })),
      ]}
      value={chosen}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      maw="100%"
    />
  );
}

function Running({ evaluation }: { readonly evaluation: Evaluation }): ReactNode {
  const job = useEvaluationJob(evaluation);
  const mayCancel = useMay('operator');
  const cancel = useMutation({
    mutationFn: (jobId: string) => api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id: jobId } } }),
  });
  if (job === undefined) return evaluation.state === 'cancelled' ? <Text>{evaluate.list.states.cancelled}</Text> : null;
  return (
    <Panel
      title={evaluate.list.running}
      actions={
        mayCancel && !job.cancelRequested ? (
          <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
            {text.cancel}
          </Button>
        ) : null
      }
    >
      <JobProgress job={job} label={evaluate.list.running} />
      <ActionOutcome of={cancel} />
    </Panel>
  );
}

export default EvaluationPage;
