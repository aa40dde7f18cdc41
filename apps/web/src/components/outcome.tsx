import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { controls } from '../messages/en/controls.ts';
import { Problem } from './problem.tsx';

/** How something that was asked for went: what is wrong, or that it is done. */
export function Outcome({
  of: { error, isSuccess },
  done,
}: {
  readonly of: { readonly error: unknown; readonly isSuccess: boolean };
  readonly done?: string;
}): ReactNode {
  if (error !== null) return <Problem error={error} title={controls.confirm.failed} />;
  if (!isSuccess || done === undefined) return null;
  return (
    <Text role="status" size="sm" style={{ color: 'var(--vigil-good)' }}>
      {done}
    </Text>
  );
}
