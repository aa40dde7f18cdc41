import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './filter-bar.module.css';

/** A filter that is on or off. */
export function Switch({
  isOn,
  onSwitch,
  children,
}: {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button type="button" className={styles.switch} aria-pressed={isOn} onClick={() => onSwitch(!isOn)}>
      {isOn ? <IconCheck size={15} aria-hidden /> : null}
      {children}
    </button>
  );
}
