import { Text } from '@mantine/core';
import type { Modality } from '@vigil/contracts';
import type { ReactNode } from 'react';
import { Panel } from '../../components/panel.tsx';
import { type Column, RecordTable } from '../../components/record-table.tsx';
import { evaluate } from '../../messages/en/evaluate.ts';
import { messages } from '../../messages/index.ts';
import type { Outcome } from './evaluation-queries.ts';
import { figureText } from './figure-text.ts';

const text = evaluate.modalities;

interface Row {
  readonly name: string;
  readonly microAuc: number | null;
  readonly macroAuc: number | null;
  readonly leftOut: number;
}

const columns: readonly Column<Row>[] = [
  { name: text.modality, isHeading: true, cell: ({ name }) => (name === text.fused ? <strong>{name}</strong> : name) },
  { name: text.micro, cell: ({ microAuc }) => figureText('microAuc', microAuc) },
  { name: text.macro, cell: ({ macroAuc }) => figureText('macroAuc', macroAuc) },
];
const leftOutColumn: Column<Row> = { name: text.leftOut, cell: ({ leftOut }) => leftOut.toLocaleString('en') };

/** How well each modality alone tells anomalous frames from normal ones. */
export function ModalityTable({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const { perModality, microAuc, macroAuc } = outcome;
  const rows: readonly Row[] = [
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
      <RecordTable
        caption={text.title}
        columns={leavesOut ? [...columns, leftOutColumn] : columns}
        rows={rows}
        keyOf={({ name }) => name}
        minWidth={360}
      />
      {leavesOut ? (
        <Text size="sm" c="dimmed" mt="xs">
          {text.leftOutHint}
        </Text>
      ) : null}
    </Panel>
  );
}
