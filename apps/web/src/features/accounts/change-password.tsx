import { PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { sessionKey, useSession } from '../../app/session.tsx';
import { ActionForm } from '../../components/action-form.tsx';
import { Panel } from '../../components/panel.tsx';
import { api } from '../../lib/api/api-client.ts';
import { accounts } from '../../messages/en/accounts.ts';
import { ownSessionsKey } from './account-queries.ts';

const text = accounts.password;
/** As the server demands. */
const shortestPassword = 10;

/** Changes the own password; the session that asks goes on, all others end. */
export function ChangePassword({ formId }: { readonly formId: string }): ReactNode {
  const client = useQueryClient();
  const { user } = useSession();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [wasTried, setTried] = useState(false);
  const tooShort = next.length < shortestPassword;
  const differs = next !== again;
  const change = useMutation({
    mutationFn: () => api.POST('/api/v1/auth/change-password', { body: { currentPassword: current, newPassword: next } }),
    onSuccess: async () => {
      setCurrent('');
      setNext('');
      setAgain('');
      setTried(false);
      await Promise.all([
        client.invalidateQueries({ queryKey: sessionKey }),
        client.invalidateQueries({ queryKey: ownSessionsKey }),
      ]);
    },
  });
  const submit = (): void => {
    setTried(true);
    if (!tooShort && !differs) change.mutate();
  };
  return (
    <Panel title={text.title}>
      <ActionForm id={formId} action={change} done={text.done} submit={text.submit} onSubmit={submit}>
        <input type="text" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordInput
          label={text.current}
          autoComplete="current-password"
          required
          value={current}
          onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
        />
        <PasswordInput
          label={text.next}
          description={text.rule(shortestPassword)}
          autoComplete="new-password"
          required
          error={wasTried && tooShort ? text.tooShort(shortestPassword) : null}
          value={next}
          onChange={({ currentTarget }) => setNext(currentTarget.value)}
        />
        <PasswordInput
          label={text.again}
          autoComplete="new-password"
          required
          error={wasTried && differs ? text.differs : null}
          value={again}
          onChange={({ currentTarget }) => setAgain(currentTarget.value)}
        />
      </ActionForm>
    </Panel>
  );
}
