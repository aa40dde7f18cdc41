import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import type { components } from '../../lib/api/generated/api.ts';
import { useFeed } from '../../lib/feed/feed-context.tsx';

/** An evaluation. */
export type Evaluation = components['schemas']['Evaluation'];
/** What an evaluation has found. */
export type Outcome = components['schemas']['EvaluationOutcome'];

const mostEvaluations = 200;
const jobsKey = ['job', 'list', { type: 'evaluate' }] as const;

/** Evaluations, newest first. */
export function useEvaluations() {
  return useQuery({
    queryKey: ['evaluation', 'list'],
    staleTime: 0,
    queryFn: () => bodyOf(api.GET('/api/v1/evaluations', { params: { query: { limit: mostEvaluations } } })),
  });
}

/** What an evaluation that is done has found; it never changes. */
export function useOutcome(evaluation: Evaluation | undefined) {
  return useQuery({
    queryKey: ['evaluation-outcome', evaluation?.id],
    enabled: evaluation?.state === 'done',
    staleTime: Infinity,
    queryFn: () => bodyOf(api.GET('/api/v1/evaluations/{id}/result', { params: { path: { id: evaluation?.id ?? '' } } })),
  });
}

/** Evaluations are in no feed; their jobs are, and tell when to read again. */
export function useEvaluationsFresh(): void {
  const client = useQueryClient();
  useFeed(({ topic, type, record }) => {
    if (topic !== 'job' || record.type !== 'evaluate') return;
    const hasBegun = type === 'update' && record.state === 'leased' && record.progress === null;
    if (type === 'update' && !hasBegun) return;
    void client.invalidateQueries({ queryKey: ['evaluation'] });
    if (type === 'new') void client.invalidateQueries({ queryKey: jobsKey });
  });
}

/** The job of an evaluation that goes on; the feed keeps its progress fresh. */
export function useEvaluationJob({ id, state }: Pick<Evaluation, 'id' | 'state'>): components['schemas']['Job'] | undefined {
  const { data } = useQuery({
    queryKey: jobsKey,
    staleTime: 0,
    enabled: state === 'queued' || state === 'running',
    queryFn: () => bodyOf(api.GET('/api/v1/jobs', { params: { query: { type: 'evaluate', limit: 50 } } })),
  });
  return data?.items.find((job) => job.subjectId === id && (job.state === 'queued' || job.state === 'leased'));
}
