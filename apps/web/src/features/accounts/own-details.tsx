import type { ReactNode } from 'react';
import { useSession } from '../../app/session.tsx';
import { Facts } from '../../components/facts.tsx';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { accounts } from '../../messages/en/accounts.ts';
import { messages } from '../../messages/index.ts';

const text = accounts.details;

/** Who is signed in, and with which rights. */
export function OwnDetails(): ReactNode {
  const { user, session } = useSession();
  return (
    <Panel title={text.title}>
      <Facts
        facts={[
          { label: text.name, value: user.name },
          { label: text.email, value: user.email },
          { label: text.role, value: `${messages.shell.roles[user.role]}: ${accounts.roleMeans[user.role]}` },
          { label: text.since, value: <Moment at={user.createdAt} /> },
          { label: text.lastSignIn, value: user.lastSignInAt === null ? text.never : <Moment at={user.lastSignInAt} /> },
          { label: text.expires, value: <Moment at={session.expiresAt} since /> },
        ]}
      />
    </Panel>
  );
}
