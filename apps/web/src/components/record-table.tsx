import { Table } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import styles from './record-table.module.css';
import { useOverflow } from './use-overflow.ts';

/** A column of a table. */
export interface Column<Row> {
  readonly name: string;
  /** What a row shows in it; null for an empty cell. */
  readonly cell: (row: Row) => ReactNode;
  /** Whether it says which row it is. */
  readonly isHeading?: boolean;
}

/**
 * A table of records. Where the page is too narrow for it, or `maxHeight` too low, it scrolls by itself, by keys too; on a phone each row
 * is a card.
 */
export function RecordTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  minWidth,
  maxHeight,
  spacing = 'xs',
}: {
  /** What it lists, for those who do not see what stands around it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** Pixels below which it scrolls sideways. */
  readonly minWidth: number;
  /** Pixels above which it scrolls; as high as it needs where left out. */
  readonly maxHeight?: number;
  /** Room above and below what a row shows. */
  readonly spacing?: number | 'xs';
}): ReactNode {
  const region = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(region);
  return (
    <div
      ref={region}
      className={styles.region}
      style={{ maxHeight }}
      {...(overflows ? { role: 'region', 'aria-label': caption, tabIndex: 0 } : {})}
    >
      {/* the roles are those of the elements, which a layout of cards would take from them */}
      <Table
        role="table"
        className={styles.table}
        verticalSpacing={spacing}
        stickyHeader={maxHeight !== undefined}
        style={{ '--table-width': `${minWidth}px` }}
      >
        <Table.Caption className={styles.caption}>{caption}</Table.Caption>
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            {columns.map(({ name }) => (
              <Table.Th key={name} role="columnheader" scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)} role="row">
              {columns.map(({ name, cell, isHeading }) => {
                const shown = cell(row);
                const content = shown === null ? null : <div>{shown}</div>;
                return isHeading === true ? (
                  <Table.Th key={name} role="rowheader" scope="row" data-column={name}>
                    {content}
                  </Table.Th>
                ) : (
                  <Table.Td key={name} role="cell" data-column={name}>
                    {content}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
