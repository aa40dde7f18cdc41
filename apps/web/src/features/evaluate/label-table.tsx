import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../../components/problem.tsx';
import { type Column, RecordTable } from '../../components/record-table.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { evaluate } from '../../messages/en/evaluate.ts';
import { eventsOf, type UsedDataset } from './used-labels.ts';

const text = evaluate.measured;
/** More clips than this are in the file that can be downloaded. */
const mostShown = 300;

const columnsAt = (framesPerSecond: number | null): readonly Column<UsedDataset['clips'][number]>[] => [
  { name: text.clip, isHeading: true, cell: ({ name, file }) => name ?? file },
  { name: text.use, cell: ({ split }) => text.uses[split ?? 'test'] },
  { name: text.label, cell: ({ label }) => label ?? '–' },
  { name: text.events, cell: (clip) => eventsOf(clip, framesPerSecond).join(', ') },
];

/** The labels that an evaluation measured, clip by clip. */
export function LabelTable({ evaluationId }: { readonly evaluationId: string }): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['evaluation-labels', evaluationId],
    staleTime: Infinity,
    queryFn: async (): Promise<UsedDataset> =>
      await bodyOf(api.GET('/api/v1/evaluations/{id}/labels', { params: { path: { id: evaluationId } } })),
  });
  if (data === undefined)
    return error === null ? <Skeleton h={160} mt="sm" /> : <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <RecordTable
        caption={text.title}
        columns={columnsAt(data.framesPerSecond ?? null)}
        rows={data.clips.slice(0, mostShown)}
        keyOf={({ file }) => file}
        minWidth={560}
        maxHeight={420}
        spacing={6}
      />
      {data.clips.length > mostShown ? (
        <Text size="sm" c="dimmed" mt="xs">
          {text.more(data.clips.length - mostShown)}
        </Text>
      ) : null}
    </>
  );
}
