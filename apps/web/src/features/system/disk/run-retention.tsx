import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { api } from '../../../lib/api/api-client.ts';
import { system } from '../../../messages/en/system.ts';

const text = system.disk;

/** Has the retention applied now. */
export function RunRetention(): ReactNode {
  const [isQueued, setQueued] = useState(false);
  return (
    <>
      {isQueued ? (
        <Text size="sm" role="status">
          {text.runDone}
        </Text>
      ) : null}
      <ConfirmButton
        label={text.run}
        question={text.runQuestion}
        onConfirm={async () => {
          await api.POST('/api/v1/retention/runs');
          setQueued(true);
        }}
      >
        {text.runText}
      </ConfirmButton>
    </>
  );
}
