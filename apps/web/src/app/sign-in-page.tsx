import { Alert, Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiError } from '../lib/api/api-error.ts';
import { api, bodyOf } from '../lib/api/api-client.ts';
import { messages } from '../messages/index.ts';
import { sessionKey } from './session.tsx';

const text = messages.signIn;

/** Asks for address and password; what comes next is the page that was asked for. */
export function SignInPage(): ReactNode {
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/auth/sign-in', { body: { email, password } })),
    onSuccess: (signedIn) => client.setQueryData(sessionKey, signedIn),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper withBorder radius="md" p="xl" w="100%" maw={400}>
        <form onSubmit={submit}>
          <Stack>
            <Title order={1} size="h3">
              {text.title}
            </Title>
            {signIn.error === null ? null : (
              <Alert color="red" role="alert">
                {problemOf(signIn.error)}
              </Alert>
            )}
            <TextInput
              type="email"
              label={text.email}
              autoComplete="username"
              required
              autoFocus
              value={email}
              onChange={({ currentTarget }) => setEmail(currentTarget.value)}
            />
            <PasswordInput
              label={text.password}
              autoComplete="current-password"
              required
              value={password}
              onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            />
            <Button type="submit" loading={signIn.isPending}>
              {text.submit}
            </Button>
            <Text size="sm" c="dimmed">
              {text.firstRun}
            </Text>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}

function problemOf(error: Error): string {
  if (!(error instanceof ApiError)) return error.message;
  if (error.status === 401) return text.refused;
  const { retryAfterSeconds } = error.details;
  if (error.status === 429 && typeof retryAfterSeconds === 'number') return text.locked(retryAfterSeconds);
  return error.message;
}
