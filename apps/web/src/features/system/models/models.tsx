import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Panel } from '../../../components/panel.tsx';
import { Problem } from '../../../components/problem.tsx';
import { api, bodyOf } from '../../../lib/api/api-client.ts';
import { useFeed } from '../../../lib/feed/feed-context.tsx';
import { system } from '../../../messages/en/system.ts';
import { ModelRow } from './model-row.tsx';
import styles from './models.module.css';

const modelsKey = ['models'] as const;

/** Every model: whether it is there, what for, and installing it. */
export function Models(): ReactNode {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: modelsKey,
    staleTime: 0,
    queryFn: () => bodyOf(api.GET('/api/v1/models')),
  });
  const { data: installations } = useQuery({
    queryKey: ['job', 'list', { type: 'build-model' }],
    staleTime: 0,
    queryFn: () => bodyOf(api.GET('/api/v1/jobs', { params: { query: { type: 'build-model', limit: 50 } } })),
  });
  useFeed(({ topic, type, record }) => {
    if (topic !== 'job' || record.type !== 'build-model') return;
    if (type === 'new') void client.invalidateQueries({ queryKey: ['job', 'list', { type: 'build-model' }] });
    if (type === 'end') void client.invalidateQueries({ queryKey: modelsKey });
  });
  return (
    <Panel title={system.models.title}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Skeleton h={320} />
      ) : (
        <ul className={styles.models}>
          {data.items.map((model) => (
            <ModelRow
              key={model.id}
              model={model}
              installation={installations?.items.find(
                ({ payload }) => payload.type === 'build-model' && payload.model === model.id,
              )}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
