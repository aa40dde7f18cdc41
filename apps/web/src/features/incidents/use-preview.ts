import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';

/** A pointer that only passes by starts nothing. */
const restMs = 150;

/** One preview plays at a time: of what the pointer rests on or the keyboard is at, or of what somebody asked for. */
export interface Preview {
  readonly playing: string | null;
  /** The pointer or the focus is at an incident, or at none. */
  readonly point: (id: string | null) => void;
  /** Plays or stops it. */
  readonly toggle: (id: string) => void;
}

/** Previews; where the reader wants little motion, only those that are asked for. */
export function usePreview(): Preview {
  const isCalm = useMediaQuery('(prefers-reduced-motion: reduce)', false, { getInitialValueInEffect: false });
  const [playing, play] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    playing,
    point: useCallback(
      (id) => {
        clearTimeout(timer.current);
        if (id === null) play(null);
        else if (!isCalm) timer.current = setTimeout(() => play(id), restMs);
      },
      [isCalm],
    ),
    toggle: useCallback((id) => {
      clearTimeout(timer.current);
      play((now) => (now === id ? null : id));
    }, []),
  };
}
