import type { ShownJob } from '@vigil/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useReducer } from 'react';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { useFeed } from '../../lib/feed/feed-context.tsx';
import { type LiveJobs, withJob, withListed, withoutOld } from './live-jobs.ts';

type JobAction =
  | { readonly type: 'told'; readonly job: ShownJob }
  | { readonly type: 'listed'; readonly jobs: readonly ShownJob[] }
  | { readonly type: 'tick'; readonly nowMs: number };

const none: LiveJobs = new Map();
const tickMs = 5000;
const mostRead = 200;

/** Analyses that run and wait: read once, then told by the feed; read again where messages of the feed were missed. */
export function useLiveJobs() {
  const [jobs, change] = useReducer(jobsAfter, none);
  const query = useQuery({
    queryKey: ['job', 'wall'],
    queryFn: async (): Promise<readonly ShownJob[]> => {
      const [running, queued] = await Promise.all([readJobs('leased'), readJobs('queued')]);
      return [...running, ...queued];
    },
  });
  const { data } = query;
  useEffect(() => {
    if (data !== undefined) change({ type: 'listed', jobs: data });
  }, [data]);
  useEffect(() => {
    const timer = setInterval(() => change({ type: 'tick', nowMs: Date.now() }), tickMs);
    return () => clearInterval(timer);
  }, []);
  useFeed((message) => {
    if (message.topic === 'job') change({ type: 'told', job: message.record });
  });
  return { jobs, query };
}

function jobsAfter(jobs: LiveJobs, action: JobAction): LiveJobs {
  switch (action.type) {
    case 'told':
      return withJob(jobs, action.job);
    case 'listed':
      return withListed(jobs, action.jobs);
    case 'tick':
      return withoutOld(jobs, action.nowMs);
  }
}

async function readJobs(state: 'leased' | 'queued'): Promise<readonly ShownJob[]> {
  const query = { state, type: 'analyse-video', limit: mostRead } as const;
  const { items } = await bodyOf(api.GET('/api/v1/jobs', { params: { query } }));
  return items as readonly ShownJob[];
}
