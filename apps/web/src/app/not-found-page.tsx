import { Anchor } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Empty } from '../components/empty.tsx';
import { messages } from '../messages/index.ts';

const text = messages.shell.notFound;

/** An address that is no page. */
export function NotFoundPage(): ReactNode {
  return (
    <Empty
      icon={IconMapOff}
      title={text.title}
      action={
        <Anchor component={Link} href="/incidents">
          {text.back}
        </Anchor>
      }
    >
      {text.text}
    </Empty>
  );
}
