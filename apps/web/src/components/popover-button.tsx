import { Button } from '@mantine/core';
import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';
import styles from './popover-button.module.css';

/** Widest panel, and room beside it, in CSS pixels. */
const mostWidth = 384;
const edge = 8;

/** A button that opens a small panel below itself. The browser closes it on Escape and on a press elsewhere, and gives the focus back. */
export function PopoverButton({
  label,
  icon,
  panel,
}: {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly panel: (close: () => void) => ReactNode;
}): ReactNode {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const place = ({ newState }: ToggleEvent<HTMLDivElement>): void => {
    if (newState !== 'open' || button.current === null || box.current === null) return;
    const { left, right, bottom } = button.current.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    const widest = Math.min(mostWidth, clientWidth - 2 * edge);
    const isRight = (left + right) / 2 > clientWidth / 2 && right - widest >= edge;
    const { style } = box.current;
    style.top = `${bottom + 4}px`;
    style.left = isRight ? 'auto' : `${Math.max(edge, Math.min(left, clientWidth - widest - edge))}px`;
    style.right = isRight ? `${clientWidth - right}px` : 'auto';
    style.maxWidth = `${widest}px`;
  };
  return (
    <>
      <Button
        ref={button}
        className={styles.opener}
        variant="default"
        size="sm"
        leftSection={icon}
        popoverTarget={id}
        aria-expanded={isOpen}
      >
        {label}
      </Button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className={styles.panel}
        onBeforeToggle={place}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen ? panel(() => box.current?.hidePopover()) : null}
      </div>
    </>
  );
}
