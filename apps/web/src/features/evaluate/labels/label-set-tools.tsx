import { Button } from '@mantine/core';
import { IconChartHistogram, IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { Outcome } from '../../../components/outcome.tsx';
import { api, bodyOf } from '../../../lib/api/api-client.ts';
import { evaluate } from '../../../messages/en/evaluate.ts';
import type { LabelSet } from './label-queries.ts';

const text = evaluate.labels;

/** Evaluating on a set, downloading and removing it. */
export function LabelSetTools({
  set,
  mayChange,
  isSaved,
}: {
  readonly set: LabelSet;
  readonly mayChange: boolean;
  readonly isSaved: boolean;
}): ReactNode {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const isUsable = isSaved && set.clips.some(({ use }) => use === 'measure');
  const run = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/evaluations', { body: { labelSetId: set.id } })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['evaluation'] });
      navigate(`/evaluate/${id}`);
    },
  });
  return (
    <>
      {isUsable ? (
        <Button
          component="a"
          variant="default"
          href={`/api/v1/label-sets/${set.id}/dataset`}
          download="dataset.json"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {text.download}
        </Button>
      ) : null}
      {mayChange ? (
        <>
          <Button
            disabled={!isUsable}
            title={isUsable ? undefined : text.evaluateFirst}
            loading={run.isPending}
            leftSection={<IconChartHistogram size={16} aria-hidden />}
            onClick={() => run.mutate()}
          >
            {text.evaluate}
          </Button>
          <ConfirmButton
            label={text.remove}
            size="sm"
            question={text.removeQuestion(set.name)}
            onConfirm={async () => {
              await api.DELETE('/api/v1/label-sets/{id}', { params: { path: { id: set.id } } });
              await client.invalidateQueries({ queryKey: ['label-set', 'list'] });
              navigate('/evaluate');
            }}
          >
            {text.removeText}
          </ConfirmButton>
        </>
      ) : null}
      <Outcome of={run} />
    </>
  );
}
