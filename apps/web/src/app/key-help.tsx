import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useKeys } from '../lib/keys/key-bindings.tsx';
import { messages } from '../messages/index.ts';

const KeyList = lazy(() => import('./key-list.tsx'));

/** `?` shows what every key does on the page that is open. */
export function KeyHelp(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useKeys(messages.shell.keys.everywhere, [{ keys: 'Shift+?', label: messages.shell.keys.list, run: () => setOpen(true) }]);
  if (!isOpen) return null;
  return (
    <Suspense>
      <KeyList onClose={() => setOpen(false)} />
    </Suspense>
  );
}
