import { Group, Kbd, Modal, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useKeyGroups } from '../lib/keys/key-bindings.tsx';
import { messages } from '../messages/index.ts';

/** The list of keys. */
function KeyList({ onClose }: { readonly onClose: () => void }): ReactNode {
  const groups = useKeyGroups();
  return (
    <Modal
      opened
      onClose={onClose}
      title={messages.shell.keys.title}
      closeButtonProps={{ 'aria-label': messages.shell.keys.close }}
    >
      <Stack>
        {groups.map(({ title, bindings }) => (
          <section key={title}>
            <Title order={3} size="h5" mb={4}>
              {title}
            </Title>
            {bindings.map(({ keys, label }) => (
              <Group key={keys} justify="space-between" py={3}>
                <Text size="sm">{label}</Text>
                <span>
                  {keys.split(' ').map((key) => (
                    <Kbd key={key} ml={4}>
                      {shown(key)}
                    </Kbd>
                  ))}
                </span>
              </Group>
            ))}
          </section>
        ))}
      </Stack>
    </Modal>
  );
}

const names: Record<string, string> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  'Shift+?': '?',
  'Shift++': '+',
};

function shown(key: string): string {
  return names[key] ?? key.replace('$mod', navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl').replace('Control', 'Ctrl');
}

export default KeyList;
