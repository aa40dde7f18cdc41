import type { ReactNode } from 'react';
import { exactMomentText, momentText, sinceText } from '../lib/format/moments.ts';

/** A wall-clock moment; to the second where the pointer rests on it. `since` tells how long ago it was. */
export function Moment({ at, since = false }: { readonly at: string; readonly since?: boolean }): ReactNode {
  return (
    <time dateTime={at} title={exactMomentText(at)}>
      {since ? sinceText(at, Date.now()) : momentText(at)}
    </time>
  );
}
