import { Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Empty } from '../../components/empty.tsx';
import { IncidentRow } from '../../components/incident-row.tsx';
import { Problem } from '../../components/problem.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { percentText } from '../../lib/format/quantities.ts';
import { search } from '../../messages/en/search.ts';

const text = search.like;

/** Incidents that look like one. @param id Id of that one */
export function LikeThis({ id }: { readonly id: string }): ReactNode {
  const one = useQuery({
    queryKey: ['incident', id],
    queryFn: async () => await bodyOf(api.GET('/api/v1/incidents/{id}', { params: { path: { id } } })),
  });
  const similar = useQuery({
    queryKey: ['similar', id],
    queryFn: async () => await bodyOf(api.GET('/api/v1/incidents/{id}/similar', { params: { path: { id } } })),
  });
  const problem = one.error ?? similar.error;
  if (problem !== null) return <Problem error={problem} onRetry={() => void similar.refetch()} />;
  if (one.data === undefined || similar.data === undefined) return <Skeleton height={240} />;
  const { items, compared, complete, reason } = similar.data;
  return (
    <section aria-labelledby="like-this">
      <Title order={2} size="h4" id="like-this" mb="xs">
        {text.title}
      </Title>
      <IncidentRow incident={one.data} />
      {items.length === 0 ? (
        <Empty icon={IconSearchOff} title={text.none}>
          {reason === null ? text.noneText : `${reason}.`}
        </Empty>
      ) : (
        <Stack gap={4} mt="md">
          <Text size="sm" c="dimmed">
            {text.text(compared, complete)}
          </Text>
          {items.map(({ incident, similarity }) => (
            <Group key={incident.id} wrap="nowrap" gap="md">
              <div style={{ flex: 1, minWidth: 0 }}>
                <IncidentRow incident={incident} />
              </div>
              <Text size="sm" w="6.5rem" ta="right">
                {text.alike(percentText(similarity))}
              </Text>
            </Group>
          ))}
        </Stack>
      )}
    </section>
  );
}
