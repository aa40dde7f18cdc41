import type { IncidentRecord } from '@vigil/contracts';
import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { incidentWords } from '../../messages/en/incident-words.ts';
import { incident as messages } from '../../messages/en/incident.ts';
import { bothOf, type ReviewChange, type ReviewField } from './merge-review.ts';
import type { ReviewConflict } from './use-review.ts';

const text = messages.conflict;

/** Shows what both wrote, and lets one choose. */
export function ConflictDialog({
  conflict: { current, change, fields },
  onChoose,
  onClose,
}: {
  readonly conflict: ReviewConflict;
  readonly onChoose: (change: ReviewChange) => void;
  readonly onClose: () => void;
}): ReactNode {
  const canKeepBoth = fields.every((field) => field === 'note' || field === 'tags');
  return (
    <Modal opened onClose={onClose} title={text.title} size="lg" closeButtonProps={{ 'aria-label': text.keepTheirs }}>
      <Stack>
        <Text size="sm">{text.text}</Text>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th aria-hidden />
              <Table.Th>{text.theirs}</Table.Th>
              <Table.Th>{text.yours}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{text.fields[field]}</Table.Th>
                <Table.Td style={{ whiteSpace: 'pre-wrap' }}>{shown(field, current)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'pre-wrap' }}>{shown(field, { ...current, ...change })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {text.keepTheirs}
          </Button>
          {canKeepBoth ? (
            <Button variant="default" onClick={() => onChoose(bothOf(current, change))}>
              {text.keepBoth}
            </Button>
          ) : null}
          <Button onClick={() => onChoose(change)}>{text.useMine}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function shown(field: ReviewField, { status, note, tags, assignedTo, held }: Pick<IncidentRecord, ReviewField>): string {
  switch (field) {
    case 'status':
      return incidentWords.statuses[status];
    case 'note':
      return note === '' ? text.none : note;
    case 'tags':
      return tags.length === 0 ? text.none : tags.join(', ');
    case 'assignedTo':
      return assignedTo ?? text.none;
    case 'held':
      return held ? text.yes : text.no;
  }
}
