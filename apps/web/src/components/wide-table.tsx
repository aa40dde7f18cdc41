import { Table } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';

/** A table that scrolls by itself where the page is too narrow for it, or `maxHeight` too low; by keys too. */
export function WideTable({
  label,
  minWidth,
  maxHeight,
  children,
  ...table
}: {
  /** What it lists. */
  readonly label: string;
  /** Pixels below which it scrolls sideways. */
  readonly minWidth: number;
  /** Pixels above which it scrolls; as high as it needs where left out. */
  readonly maxHeight?: number;
  readonly children: ReactNode;
} & Pick<ComponentProps<typeof Table>, 'verticalSpacing'>): ReactNode {
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={minWidth}
      {...(maxHeight === undefined ? {} : { maxHeight })}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <Table verticalSpacing="xs" stickyHeader={maxHeight !== undefined} {...table}>
        {children}
      </Table>
    </Table.ScrollContainer>
  );
}
