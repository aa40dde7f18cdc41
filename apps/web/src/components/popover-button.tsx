import { Button } from '@mantine/core';
import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';
import styles from './popover-button.module.css';

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
    const isRight = (left + right) / 2 > innerWidth / 2;
    box.current.style.top = `${bottom + 4}px`;
    box.current.style.left = isRight ? 'auto' : `${Math.max(8, left)}px`;
    box.current.style.right = isRight ? `${Math.max(8, document.documentElement.clientWidth - right)}px` : 'auto';
  };
  return (
    <>
      <Button ref={button} variant="default" size="sm" leftSection={icon} popoverTarget={id} aria-expanded={isOpen}>
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
