import { Table, Text } from '@mantine/core';
import type { Modality } from '@vigil/contracts';
import type { ReactNode } from 'react';
import { Panel } from '../../components/panel.tsx';
import { WideTable } from '../../components/wide-table.tsx';
import { evaluate } from '../../messages/en/evaluate.ts';
import { messages } from '../../messages/index.ts';
import type { Outcome } from './evaluation-queries.ts';
import { figureText } from './figure-text.ts';

const text = evaluate.modalities;

/** How well each modality alone tells anomalous frames from normal ones. */
export function ModalityTable({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const { perModality, microAuc, macroAuc } = outcome;
  const rows = [
    { name: text.fused, microAuc, macroAuc, leftOut: 0 },
    ...Object.entries(perModality).map(([modality, areas]) => ({
      name: messages.incidentWords.modalities[modality as Modality],
      microAuc: areas?.microAuc ?? null,
      macroAuc: areas?.macroAuc ?? null,
      leftOut: areas?.leftOutFrames ?? 0,
    })),
  ];
  if (rows.every((row) => row.microAuc === null && row.macroAuc === null)) return null;
  const leavesOut = rows.some(({ leftOut }) => leftOut > 0);
  return (
    <Panel title={text.title}>
      <WideTable label={text.title} minWidth={360}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text.modality}</Table.Th>
            <Table.Th scope="col">{text.micro}</Table.Th>
            <Table.Th scope="col">{text.macro}</Table.Th>
            {leavesOut ? <Table.Th scope="col">{text.leftOut}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.name}>
              <Table.Th scope="row" fw={row.name === text.fused ? 700 : 400}>
                {row.name}
              </Table.Th>
              <Table.Td>{figureText('microAuc', row.microAuc)}</Table.Td>
              <Table.Td>{figureText('microAuc', row.macroAuc)}</Table.Td>
              {leavesOut ? <Table.Td>{row.leftOut.toLocaleString('en')}</Table.Td> : null}{' '}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {leavesOut ? (
        <Text size="sm" c="dimmed" mt="xs">
          {text.leftOutHint}
        </Text>
      ) : null}
    </Panel>
  );
}
