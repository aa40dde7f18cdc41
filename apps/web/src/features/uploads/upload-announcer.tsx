import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { UploadItem } from '../../lib/uploads/upload-item.ts';
import { uploads } from '../../messages/en/uploads.ts';

/** Says aloud, to those who do not see the dock, which uploads have ended. */
export function UploadAnnouncer({ items }: { readonly items: readonly UploadItem[] }): ReactNode {
  const known = useRef(new Map<string, UploadItem['phase']>());
  const [said, setSaid] = useState('');
  useEffect(() => {
    for (const { id, name, phase } of items) {
      if (known.current.get(id) === phase) continue;
      known.current.set(id, phase);
      if (phase === 'done' || phase === 'failed') setSaid(uploads.announced[phase](name));
    }
  }, [items]);
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
