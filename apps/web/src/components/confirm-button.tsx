import { Button, type ButtonProps, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { controls } from '../messages/en/controls.ts';
import { Problem } from './problem.tsx';

const text = controls.confirm;

/** A button that asks once more before it does what cannot be taken back easily. What goes wrong is told in the question. */
export function ConfirmButton({
  label,
  question,
  children,
  onConfirm,
  ...button
}: {
  readonly label: string;
  readonly question: string;
  /** What it comes to, in a sentence or two. */
  readonly children?: ReactNode;
  readonly onConfirm: () => Promise<unknown>;
} & Pick<ButtonProps, 'variant' | 'size' | 'color' | 'disabled' | 'leftSection'>): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const action = useMutation({ mutationFn: onConfirm, onSuccess: () => setOpen(false) });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        {...button}
        onClick={() => {
          action.reset();
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={question} closeButtonProps={{ 'aria-label': text.close }}>
        <Stack>
          {children === undefined ? null : (
            <Text size="sm" component="div">
              {children}
            </Text>
          )}
          {action.error === null ? null : <Problem error={action.error} title={text.failed} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setOpen(false)} data-autofocus>
              {text.cancel}
            </Button>
            <Button color={button.color ?? 'red'} loading={action.isPending} onClick={() => action.mutate()}>
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
