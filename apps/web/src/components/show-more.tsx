import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { controls } from '../messages/en/controls.ts';

/** The button below a list that has more pages; nothing where it has none. */
export function ShowMore({
  of: { hasNextPage, isFetchingNextPage, fetchNextPage },
}: {
  readonly of: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}): ReactNode {
  if (!hasNextPage) return null;
  return (
    <Group justify="center" mt="sm">
      <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {controls.more}
      </Button>
    </Group>
  );
}
