import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { RecordTable } from '../record-table.tsx';
import { controls } from '../../messages/en/controls.ts';
import { type ChartAxis, type ChartSeries, rowsToShow } from './chart-series.ts';

const mostRows = 40;

/** The values of a chart as a table, for who cannot see the lines or wants the numbers. */
export function ChartTable({
  title,
  x,
  xAxis,
  yAxis,
  series,
}: {
  readonly title: string;
  readonly x: readonly number[];
  readonly xAxis: ChartAxis;
  readonly yAxis: ChartAxis;
  readonly series: readonly ChartSeries[];
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        aria-expanded={isOpen}
        aria-label={`${isOpen ? controls.table.hide : controls.table.show}: ${title}`}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? controls.table.hide : controls.table.show}
      </Button>
      {isOpen ? (
        <RecordTable
          caption={title}
          columns={[
            { name: xAxis.label, isHeading: true, cell: (row: number) => xAxis.format(x[row] ?? 0) },
            ...series.map(({ label, values }) => ({ name: label, cell: (row: number) => shown(values[row], yAxis) })),
          ]}
          rows={rowsToShow(x.length, mostRows)}
          keyOf={(row) => row}
          minWidth={240}
          maxHeight={320}
          spacing={2}
        />
      ) : null}
    </>
  );
}

function shown(value: number | null | undefined, { format }: ChartAxis): string {
  return value === null || value === undefined ? '–' : format(value);
}
