import { Button, Group, Skeleton, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { ShownOnce } from '../../components/shown-once.tsx';
import { WideTable } from '../../components/wide-table.tsx';
import { accounts } from '../../messages/en/accounts.ts';
import { controls } from '../../messages/en/controls.ts';
import { useUsers } from './account-queries.ts';
import { NewUser } from './new-user.tsx';
import type { TellPassword } from './tell-password.ts';
import { UserRow } from './user-row.tsx';

const text = accounts.users;

/** Users and what they may do, for administrators. */
export function Users(): ReactNode {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useUsers();
  const [isMaking, setMaking] = useState(false);
  const [told, setTold] = useState<TellPassword | null>(null);
  return (
    <Panel
      title={text.title}
      actions={
        isMaking ? null : (
          <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
            {text.make}
          </Button>
        )
      }
    >
      {told === null ? null : <ShownOnce title={text.made(told.name)} secret={told.password} onDone={() => setTold(null)} />}
      {isMaking ? (
        <NewUser
          onMade={(password) => {
            setTold(password);
            setMaking(false);
          }}
          onCancel={() => setMaking(false)}
        />
      ) : null}
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Skeleton h={160} />
      ) : (
        <WideTable label={text.title} minWidth={860}>
          <Table.Thead>
            <Table.Tr>
              {[text.name, text.email, text.role, text.lastSignIn, text.state, text.actions].map((name) => (
                <Table.Th key={name} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.pages.flatMap(({ items }) => items.map((user) => <UserRow key={user.id} user={user} onPassword={setTold} />))}
          </Table.Tbody>
        </WideTable>
      )}
      {hasNextPage ? (
        <Group justify="center">
          <Button variant="subtle" onClick={() => void fetchNextPage()}>
            {controls.more}
          </Button>
        </Group>
      ) : null}
    </Panel>
  );
}
