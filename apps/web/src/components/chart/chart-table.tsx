import { Button, Table } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { WideTable } from '../wide-table.tsx';
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
        <WideTable label={title} minWidth={240} maxHeight={320} verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{xAxis.label}</Table.Th>
              {series.map(({ label }) => (
                <Table.Th key={label} scope="col">
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rowsToShow(x.length, mostRows).map((row) => (
              <Table.Tr key={row}>
                <Table.Th scope="row" fw={400}>
                  {xAxis.format(x[row] ?? 0)}
                </Table.Th>
                {series.map(({ label, values }) => (
                  <Table.Td key={label}>{shown(values[row], yAxis)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      ) : null}
    </>
  );
}

function shown(value: number | null | undefined, { format }: ChartAxis): string {
  return value === null || value === undefined ? '–' : format(value);
}
