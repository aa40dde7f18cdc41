import { Center, Loader } from '@mantine/core';
import type { ReactNode } from 'react';

/** Something is on its way. */
export function Busy(): ReactNode {
  return (
    <Center mih="40vh" role="status" aria-label="Loading">
      <Loader />
    </Center>
  );
}
