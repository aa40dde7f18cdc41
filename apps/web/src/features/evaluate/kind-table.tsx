import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../components/panel.tsx';
import { WideTable } from '../../components/wide-table.tsx';
import { evaluate } from '../../messages/en/evaluate.ts';
import type { Outcome } from './evaluation-queries.ts';
import { figureText } from './figure-text.ts';

const text = evaluate.kinds;

/** How well each kind of event is told from all others; nothing where clips have no labels. */
export function KindTable({ outcome: { perKind } }: { readonly outcome: Outcome }): ReactNode {
  const kinds = Object.entries(perKind);
  if (kinds.length === 0) return null;
  return (
    <Panel title={text.title}>
      <WideTable label={text.title} minWidth={420}>
        <Table.Thead>
          <Table.Tr>
            {[text.kind, text.precision, text.recall, text.f1, text.counts].map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map(([kind, { precision, recall, f1, truePositives, falsePositives, falseNegatives }]) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row" fw={400}>
                {kind}
              </Table.Th>
              <Table.Td>{figureText('f1 x', precision)}</Table.Td>
              <Table.Td>{figureText('f1 x', recall)}</Table.Td>
              <Table.Td>{figureText('f1 x', f1)}</Table.Td>
              <Table.Td>
                {truePositives} · {falsePositives} · {falseNegatives}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}
