import { Text } from '@mantine/core';
import type { IconEyeCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './nothing-yet.module.css';

/** What stands in a part of the page that has nothing to show yet. */
export function NothingYet({
  title,
  icon: Icon,
  children,
}: {
  readonly title: string;
  readonly icon?: typeof IconEyeCheck;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={styles.none}>
      {Icon === undefined ? null : <Icon size={40} stroke={1.3} aria-hidden />}
      <Text fw={600}>{title}</Text>
      <Text c="dimmed" size="sm">
        {children}
      </Text>
    </div>
  );
}
