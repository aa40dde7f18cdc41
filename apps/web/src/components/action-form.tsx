import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { controls } from '../messages/en/controls.ts';
import { Outcome } from './outcome.tsx';

/** The frame of a form: its fields, how the last attempt went, and what is done with it. */
export function ActionForm({
  label,
  id,
  action,
  done,
  submit,
  onSubmit,
  onCancel,
  children,
}: {
  /** What the form is for; where no heading says it. */
  readonly label?: string;
  readonly id?: string;
  /** What it asks for. */
  readonly action: { readonly error: unknown; readonly isSuccess: boolean; readonly isPending: boolean };
  /** Said when it is done. */
  readonly done?: string;
  /** Words of its button. */
  readonly submit: string;
  readonly onSubmit: () => void;
  /** Closes it; where left out it stays. */
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const handle = (event: FormEvent): void => {
    event.preventDefault();
    if (!action.isPending) onSubmit();
  };
  return (
    <form id={id} onSubmit={handle} aria-label={label}>
      <Stack maw={460} mb={onCancel === undefined ? 0 : 'lg'}>
        {children}
        <Outcome of={action} {...(done === undefined ? {} : { done })} />
        <Group>
          <Button type="submit" loading={action.isPending}>
            {submit}
          </Button>
          {onCancel === undefined ? null : (
            <Button variant="default" onClick={onCancel}>
              {controls.confirm.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
