import type { BoundingBox } from '@vigil/contracts';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'wouter';
import { placeOf, placeText } from './place-text.ts';

/** A place of the picture that is searched. */
export interface Region {
  readonly isChoosing: boolean;
  /** Null while none is chosen. */
  readonly box: BoundingBox | null;
  readonly choose: (box: BoundingBox) => void;
  /** Begins to choose; a place in the middle stands there for those who use keys. */
  readonly begin: () => void;
  readonly end: () => void;
}

/** Where the choice begins. */
const middle: BoundingBox = { left: 0.4, top: 0.4, width: 0.2, height: 0.2 };

/** The place that the address names (`?place=0.1,0.2,0.5,0.6`), so that a link searches the same. */
export function useRegion(): Region {
  const [parameters, setParameters] = useSearchParams();
  const box = placeOf(parameters.get('place'));
  const [isOpen, setOpen] = useState(false);
  const choose = useCallback(
    (chosen: BoundingBox | null) => {
      const change = (before: URLSearchParams): URLSearchParams => {
        const after = new URLSearchParams(before);
        if (chosen === null) after.delete('place');
        else after.set('place', placeText(chosen));
        return after;
      };
      setParameters(change, { replace: true });
    },
    [setParameters],
  );
  return {
    isChoosing: isOpen || box !== null,
    box,
    choose,
    begin: () => {
      setOpen(true);
      if (box === null) choose(middle);
    },
    end: () => {
      setOpen(false);
      choose(null);
    },
  };
}
