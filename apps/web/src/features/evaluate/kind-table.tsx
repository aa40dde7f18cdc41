import type { ReactNode } from 'react';
import { Panel } from '../../components/panel.tsx';
import { type Column, RecordTable } from '../../components/record-table.tsx';
import { evaluate } from '../../messages/en/evaluate.ts';
import type { Outcome } from './evaluation-queries.ts';
import { figureText } from './figure-text.ts';

const text = evaluate.kinds;

type Row = readonly [kind: string, score: Outcome['perKind'][string]];

const columns: readonly Column<Row>[] = [
  { name: text.kind, isHeading: true, cell: ([kind]) => evaluate.labels.kinds[kind] ?? kind },
  { name: text.precision, cell: ([, { precision }]) => figureText('f1 x', precision) },
  { name: text.recall, cell: ([, { recall }]) => figureText('f1 x', recall) },
  { name: text.f1, cell: ([, { f1 }]) => figureText('f1 x', f1) },
  {
    name: text.counts,
    cell: ([, { truePositives, falsePositives, falseNegatives }]) => `${truePositives} · ${falsePositives} · ${falseNegatives}`,
  },
];

/** How well each kind of event is told from all others; nothing where clips have no labels. */
export function KindTable({ outcome: { perKind } }: { readonly outcome: Outcome }): ReactNode {
  const kinds = Object.entries(perKind);
  if (kinds.length === 0) return null;
  return (
    <Panel title={text.title}>
      <RecordTable caption={text.title} columns={columns} rows={kinds} keyOf={([kind]) => kind} minWidth={420} />
    </Panel>
  );
}
