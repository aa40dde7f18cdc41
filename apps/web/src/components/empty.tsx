import { Stack, Text, Title } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';

/** There is nothing, why, and what to do about it. */
export function Empty({
  icon: Icon,
  title,
  children,
  action,
}: {
  readonly icon: ComponentType<{ readonly size?: number | string; readonly stroke?: number | string }>;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}): ReactNode {
  return (
    <Stack align="center" gap="xs" py={64} px="md" ta="center">
      <Icon size={44} stroke={1.3} aria-hidden />
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" maw={480}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
