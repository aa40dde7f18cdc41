import type { Settings } from '@vigil/contracts';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Column, RecordTable } from '../../../components/record-table.tsx';
import { bytesText } from '../../../lib/format/quantities.ts';
import { system } from '../../../messages/en/system.ts';

const text = system.disk;

type Row = readonly [source: string, limits: Settings['retention']];

const columns: readonly Column<Row>[] = [
  { name: text.source, isHeading: true, cell: ([source]) => source },
  { name: text.maxAge, cell: ([, { maxAgeDays }]) => maxAgeDays ?? text.unlimited },
  { name: text.maxSize, cell: ([, { maxBytes }]) => (maxBytes === null ? text.unlimited : bytesText(maxBytes)) },
];

/** How long footage is kept, for those who may not change it. */
export function RetentionTable({ settings }: { readonly settings: Readonly<Settings> }): ReactNode {
  const rows: readonly Row[] = [[text.general, settings.retention], ...Object.entries(settings.retentionBySource)];
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {text.retentionText}
      </Text>
      <RecordTable caption={text.retention} columns={columns} rows={rows} keyOf={([source]) => source} minWidth={400} />
    </>
  );
}
