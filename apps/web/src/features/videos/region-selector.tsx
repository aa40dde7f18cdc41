import type { BoundingBox } from '@vigil/contracts';
import { type CSSProperties, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { fittedArea } from '../../components/player/overlay.ts';
import { video as messages } from '../../messages/en/video.ts';
import { leastSize, placeBetween, placeChanged } from './place-text.ts';
import styles from './region-selector.module.css';

const text = messages.region;
const keySteps: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -0.02, y: 0 },
  ArrowRight: { x: 0.02, y: 0 },
  ArrowUp: { x: 0, y: -0.02 },
  ArrowDown: { x: 0, y: 0.02 },
};

/** Draws a rectangle over the picture, by pointer or by keys. */
export function RegionSelector({
  box,
  aspect,
  onChange,
}: {
  readonly box: BoundingBox | null;
  readonly aspect: number;
  readonly onChange: (box: BoundingBox) => void;
}): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const [drawn, setDrawn] = useState<BoundingBox | null>(null);
  const at = ({ clientX, clientY, currentTarget }: PointerEvent): { readonly x: number; readonly y: number } => {
    const bounds = currentTarget.getBoundingClientRect();
    const { left, top, width, height } = fittedArea(bounds, aspect);
    return { x: (clientX - bounds.left - left) / width, y: (clientY - bounds.top - top) / height };
  };
  const shown = drawn ?? box;
  return (
    <div
      ref={place}
      className={styles.place}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = at(event);
      }}
      onPointerMove={(event) => {
        if (from.current !== null) setDrawn(placeBetween(from.current, at(event)));
      }}
      onPointerUp={(event) => {
        const made = from.current === null ? null : placeBetween(from.current, at(event));
        from.current = null;
        setDrawn(null);
        if (made !== null && made.width >= leastSize && made.height >= leastSize) onChange(made);
      }}
      onPointerCancel={() => {
        from.current = null;
        setDrawn(null);
      }}
    >
      <div className={styles.picture} style={{ '--aspect': aspect } as CSSProperties}>
        {shown === null ? null : (
          <div
            className={styles.box}
            role="group"
            tabIndex={0}
            aria-roledescription={text.rectangle}
            aria-label={placeLabel(shown)}
            style={{
              left: `${shown.left * 100}%`,
              top: `${shown.top * 100}%`,
              width: `${shown.width * 100}%`,
              height: `${shown.height * 100}%`,
            }}
            onKeyDown={(event) => {
              const step = keySteps[event.key] as (typeof keySteps)[string] | undefined;
              if (step === undefined) return;
              event.preventDefault();
              event.stopPropagation();
              onChange(placeChanged(shown, step, event.shiftKey));
            }}
          />
        )}
      </div>
    </div>
  );
}

function placeLabel({ left, top, width, height }: BoundingBox): string {
  const percent = (share: number): number => Math.round(share * 100);
  return text.place(percent(left), percent(top), percent(width), percent(height));
}
