import { Skeleton, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../../components/problem.tsx';
import { WideTable } from '../../components/wide-table.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { evaluate } from '../../messages/en/evaluate.ts';
import { eventsOf, type UsedDataset } from './used-labels.ts';

const text = evaluate.measured;
/** More clips than this are in the file that can be downloaded. */
const mostShown = 300;

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
      <WideTable label={text.title} minWidth={560} maxHeight={420} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {[text.clip, text.use, text.label, text.events].map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.clips.slice(0, mostShown).map((clip) => (
            <Table.Tr key={clip.file}>
              <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
                {clip.name ?? clip.file}
              </Table.Th>
              <Table.Td>{text.uses[clip.split ?? 'test']}</Table.Td>
              <Table.Td>{clip.label ?? '–'}</Table.Td>
              <Table.Td>{eventsOf(clip, data.framesPerSecond ?? null).join(', ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {data.clips.length > mostShown ? (
        <Text size="sm" c="dimmed" mt="xs">
          {text.more(data.clips.length - mostShown)}
        </Text>
      ) : null}
    </>
  );
}
