import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { controls } from '../messages/en/controls.ts';

/** The pages of a list that are read one by one. */
export interface MorePages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** The button below a list that has more pages; nothing where it has none. */
export function ShowMore({ of }: { readonly of: MorePages }): ReactNode {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = of;
  if (!hasNextPage) return null;
  return (
    <Group justify="center" mt="sm">
      <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {controls.more}
      </Button>
    </Group>
  );
}
