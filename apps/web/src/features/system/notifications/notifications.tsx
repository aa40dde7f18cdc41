import type { ReactNode } from 'react';
import { Channels } from './channels.tsx';
import { Deliveries } from './deliveries.tsx';
import { Rules } from './rules.tsx';

/** Who is told of which incidents, and what became of it. */
export function Notifications(): ReactNode {
  return (
    <>
      <Rules />
      <Deliveries />
      <Channels />
    </>
  );
}
