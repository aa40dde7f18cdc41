import { useEffect, useState } from 'react';
import { Playhead } from '../player/playhead.ts';

/** The address follows a playhead that has rested for so long. */
const restMs = 400;

/**
 * A playhead that begins at the moment that the address names (`?t=12.4`), and is named by the address where it rests, so that the address
 * shows the same again.
 *
 * @param startSeconds Where it begins when the address names nothing.
 */
export function useLinkedMoment(startSeconds: number): Playhead {
  const [playhead] = useState(() => new Playhead(linkedSeconds() ?? startSeconds));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = playhead.listen((seconds) => {
      clearTimeout(timer);
      timer = setTimeout(() => history.replaceState(history.state, '', momentAddress(seconds)), restMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [playhead]);
  return playhead;
}

/** The address of this page at a moment. */
export function momentAddress(seconds: number): string {
  const address = new URL(location.href);
  address.searchParams.set('t', String(Number(seconds.toFixed(2))));
  return address.href;
}

function linkedSeconds(): number | null {
  const named = Number.parseFloat(new URLSearchParams(location.search).get('t') ?? '');
  return Number.isFinite(named) && named >= 0 ? named : null;
}
