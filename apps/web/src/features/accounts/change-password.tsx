import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { sessionKey, useSession } from '../../app/session.tsx';
import { Outcome } from '../../components/outcome.tsx';
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
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!tooShort && !differs) change.mutate();
  };
  return (
    <Panel title={text.title}>
      <form id={formId} onSubmit={submit}>
        <Stack maw={420}>
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
          <Outcome of={change} done={text.done} />
          <Group>
            <Button type="submit" loading={change.isPending}>
              {text.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
