import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { controls } from '../messages/en/controls.ts';

const text = controls.secret;

/** A secret that the server tells this once, with a button that copies it. */
export function ShownOnce({
  title,
  secret,
  onDone,
}: {
  readonly title: string;
  readonly secret: string;
  readonly onDone: () => void;
}): ReactNode {
  return (
    <Alert color="blue" role="status" title={title} icon={<IconKey />} mb="md">
      <Stack gap="xs">
        <Text size="sm">{text.once}</Text>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {secret}
        </Code>
        <Group gap="xs">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button size="xs" leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy}>
                {copied ? text.copied : text.copy}
              </Button>
            )}
          </CopyButton>
          <Button size="xs" variant="default" onClick={onDone}>
            {text.done}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
