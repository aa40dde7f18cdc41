import type { Settings } from '@vigil/contracts';
import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { WideTable } from '../../../components/wide-table.tsx';
import { bytesText } from '../../../lib/format/quantities.ts';
import { system } from '../../../messages/en/system.ts';

const text = system.disk;

/** How long footage is kept, for those who may not change it. */
export function RetentionTable({ settings }: { readonly settings: Readonly<Settings> }): ReactNode {
  const rows = [[text.general, settings.retention] as const, ...Object.entries(settings.retentionBySource)];
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {text.retentionText}
      </Text>
      <WideTable label={text.retention} minWidth={400}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text.source}</Table.Th>
            <Table.Th scope="col">{text.maxAge}</Table.Th>
            <Table.Th scope="col">{text.maxSize}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([source, { maxAgeDays, maxBytes }]) => (
            <Table.Tr key={source}>
              <Table.Th scope="row" fw={500}>
                {source}
              </Table.Th>
              <Table.Td>{maxAgeDays ?? text.unlimited}</Table.Td>
              <Table.Td>{maxBytes === null ? text.unlimited : bytesText(maxBytes)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </>
  );
}
