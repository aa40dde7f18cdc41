import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { messages } from '../messages/index.ts';

/** The heading of a page with what can be done on it; it names the browser's tab too. */
export function PageHeader({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  useEffect(() => {
    document.title = `${title} · ${messages.shell.product}`;
  }, [title]);
  return (
    <Group justify="space-between" align="center" mb="md" gap="sm">
      <Title order={1} size="h2">
        {title}
      </Title>
      <Group gap="xs">{children}</Group>
    </Group>
  );
}
