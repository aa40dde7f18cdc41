import { Button, Skeleton } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Empty } from '../../components/empty.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { ShownOnce } from '../../components/shown-once.tsx';
import type { components } from '../../lib/api/generated/api.ts';
import { accounts } from '../../messages/en/accounts.ts';
import { useApiKeys } from './account-queries.ts';
import { ApiKeyTable } from './api-key-table.tsx';
import { NewApiKey } from './new-api-key.tsx';

const text = accounts.keys;

/** The own API keys, for administrators everybody's; making, revoking and removing them. */
export function ApiKeys(): ReactNode {
  const query = useApiKeys();
  const { data, error, refetch } = query;
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<components['schemas']['CreatedApiKey'] | null>(null);
  const keys = data?.pages.flatMap(({ items }) => items);
  const makeButton = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {text.make}
    </Button>
  );
  return (
    <Panel title={text.title} actions={isMaking || keys?.length === 0 ? null : makeButton}>
      {made === null ? null : <ShownOnce title={text.made(made.name)} secret={made.key} onDone={() => setMade(null)} />}
      {isMaking ? (
        <NewApiKey
          onMade={(key) => {
            setMade(key);
            setMaking(false);
          }}
          onCancel={() => setMaking(false)}
        />
      ) : null}
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {keys === undefined && error === null ? <Skeleton h={120} /> : null}
      {keys?.length === 0 && !isMaking ? (
        <Empty icon={IconKey} title={text.none} action={makeButton}>
          {text.noneText}
        </Empty>
      ) : null}
      {keys === undefined || keys.length === 0 ? null : <ApiKeyTable keys={keys} />}
      <ShowMore of={query} />
    </Panel>
  );
}
