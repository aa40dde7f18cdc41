import { Alert, Anchor } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.tsx';
import { accounts } from '../../messages/en/accounts.ts';

const text = accounts.advice;

/** Advises who still has a password that others made to change it; nothing for everybody else. */
export function PasswordAdvice({ formId }: { readonly formId: string }): ReactNode {
  const { passwordIsOwn } = useSession();
  if (passwordIsOwn) return null;
  return (
    <Alert color="orange" role="status" icon={<IconKey />} title={text.title} mb="md">
      {text.text} <Anchor href={`#${formId}`}>{text.go}</Anchor>
    </Alert>
  );
}
