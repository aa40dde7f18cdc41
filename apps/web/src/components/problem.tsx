import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ApiError } from '../lib/api/api-error.ts';
import { messages } from '../messages/index.ts';

const text = messages.shell.errors;

/** Says in plain words what went wrong, and offers to try again where that may help. */
export function Problem({
  error,
  title = text.title,
  onRetry,
  retryLabel = text.retry,
}: {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
  readonly retryLabel?: string;
}): ReactNode {
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle />} title={title} maw={720}>
      <Stack gap="xs">
        <Text size="sm">{explained(error)}</Text>
        {requestId === undefined ? null : (
          <Text size="xs" c="dimmed" ff="monospace">
            {text.requestId(requestId)}
          </Text>
        )}
        {onRetry === undefined ? null : (
          <Group>
            <Button variant="default" size="xs" onClick={onRetry}>
              {retryLabel}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

function explained(error: unknown): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  if (error.code === 'unreachable') return text.unreachable;
  if (error.status === 403) return text.forbidden;
  if (error.status === 404) return text.notFound;
  return error.message;
}
