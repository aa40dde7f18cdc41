import type { IncidentView } from '@vigil/contracts';
import { Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../../components/problem.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { useKeys } from '../../lib/keys/key-bindings.tsx';
import { incident as messages } from '../../messages/en/incident.ts';

const text = messages.reviewed;

/** Marks the incident as seen and done by whoever looks at it; what others have seen is theirs. */
export function ReviewedMark({ incident: { id, reviewed } }: { readonly incident: IncidentView }): ReactNode {
  const client = useQueryClient();
  const mark = useMutation({
    mutationFn: (wanted: boolean) => bodyOf(api.POST('/api/v1/incidents/reviewed', { body: { ids: [id], reviewed: wanted } })),
    onSuccess: (_, wanted) => {
      client.setQueryData<IncidentView>(['incident', id], (known) => known && { ...known, reviewed: wanted });
      void client.invalidateQueries({ queryKey: ['incident', 'list'] });
    },
  });
  useKeys(messages.keys, [{ keys: 'r', label: text.label, run: () => mark.mutate(!reviewed) }]);
  return (
    <div data-print="hide">
      <Switch
        label={text.label}
        description={text.hint}
        checked={reviewed}
        onChange={({ currentTarget }) => mark.mutate(currentTarget.checked)}
      />
      {mark.error === null ? null : <Problem title={messages.verdict.failed} error={mark.error} />}
    </div>
  );
}
