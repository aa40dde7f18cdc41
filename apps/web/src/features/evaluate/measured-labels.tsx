import { Anchor, Box, Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { Facts } from '../../components/facts.tsx';
import { Panel } from '../../components/panel.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { ApiError } from '../../lib/api/api-error.ts';
import { momentText } from '../../lib/format/moments.ts';
import { evaluate } from '../../messages/en/evaluate.ts';
import type { Evaluation } from './evaluation-queries.ts';
import { LabelTable } from './label-table.tsx';

const text = evaluate.measured;

/** Which labels a run measured, whether they are still the same, and the labels themselves. */
export function MeasuredLabels({ evaluation }: { readonly evaluation: Evaluation }): ReactNode {
  const { id, dataset, labels, labelSetId } = evaluation;
  const [isOpen, setOpen] = useState(false);
  if (labels === null)
    return (
      <Panel title={text.title}>
        <Text c="dimmed">{text.notRecorded}</Text>
      </Panel>
    );
  const { sha256, labelSet } = labels;
  return (
    <Panel
      title={text.title}
      actions={
        <Group gap="xs">
          <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? text.hide : text.show}
          </Button>
          <Button
            size="xs"
            variant="default"
            component="a"
            href={`/api/v1/evaluations/${id}/labels`}
            download="dataset.json"
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {text.download}
          </Button>
        </Group>
      }
    >
      <Facts
        facts={[
          {
            label: text.from,
            value:
              labelSetId === null ? (
                text.folder(dataset)
              ) : (
                <>
                  {text.set}{' '}
                  <Anchor component={Link} href={`/evaluate/labels/${labelSetId}`} underline="always">
                    {dataset}
                  </Anchor>
                </>
              ),
          },
          ...(labelSet === null
            ? []
            : [{ label: text.version, value: text.versionAt(labelSet.version, momentText(labelSet.updatedAt)) }]),
          { label: text.hash, value: <code title={`${text.hashHint}\n${sha256}`}>{sha256.slice(0, 16)}</code> },
        ]}
      />
      {labelSet === null ? null : <SetSince labelSet={labelSet} />}
      {isOpen ? (
        <Box mt="md">
          <LabelTable evaluationId={id} />
        </Box>
      ) : null}
    </Panel>
  );
}

/** What became of the label set since. */
function SetSince({ labelSet }: { readonly labelSet: NonNullable<NonNullable<Evaluation['labels']>['labelSet']> }): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['label-set', labelSet.id],
    retry: false,
    queryFn: () => bodyOf(api.GET('/api/v1/label-sets/{id}', { params: { path: { id: labelSet.id } } })),
  });
  const isRemoved = error instanceof ApiError && error.status === 404;
  if (data === undefined && !isRemoved) return null;
  const isChanged = data !== undefined && data.version !== labelSet.version;
  return (
    <Text size="sm" mt="xs" fw={isRemoved || isChanged ? 600 : 400}>
      {isRemoved ? text.removed : isChanged ? text.changed(data?.version ?? 0) : text.same}
    </Text>
  );
}
