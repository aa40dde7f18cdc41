import { Badge, Button, Skeleton, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.tsx';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { type Column, RecordTable } from '../../components/record-table.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { ShownOnce } from '../../components/shown-once.tsx';
import type { components } from '../../lib/api/generated/api.ts';
import { accounts } from '../../messages/en/accounts.ts';
import { useUsers } from './account-queries.ts';
import { NewUser } from './new-user.tsx';
import type { TellPassword } from './tell-password.ts';
import { UserActions, UserRole } from './user-cells.tsx';

const text = accounts.users;

/** Users and what they may do, for administrators. */
export function Users(): ReactNode {
  const query = useUsers();
  const { data, error, refetch } = query;
  const { user: self } = useSession();
  const [isMaking, setMaking] = useState(false);
  const [told, setTold] = useState<TellPassword | null>(null);
  const columns: readonly Column<components['schemas']['User']>[] = [
    {
      name: text.name,
      isHeading: true,
      cell: ({ id, name }) => (
        <>
          {name} {id === self.id ? <Badge variant="light">{text.you}</Badge> : null}
        </>
      ),
    },
    { name: text.email, cell: ({ email }) => email },
    { name: text.role, cell: (user) => <UserRole user={user} /> },
    {
      name: text.lastSignIn,
      cell: ({ lastSignInAt }) =>
        lastSignInAt === null ? (
          <Text span inherit c="dimmed">
            {text.never}
          </Text>
        ) : (
          <Moment at={lastSignInAt} since />
        ),
    },
    { name: text.state, cell: ({ disabled }) => (disabled ? text.states.disabled : text.states.active) },
    { name: text.actions, cell: (user) => <UserActions user={user} onPassword={setTold} /> },
  ];
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
        <RecordTable
          caption={text.title}
          columns={columns}
          rows={data.pages.flatMap(({ items }) => items)}
          keyOf={({ id }) => id}
          minWidth={860}
        />
      )}
      <ShowMore of={query} />
    </Panel>
  );
}
