import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** One fact; `value` is null where it is not known, and `unknown` says why. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  readonly unknown?: string;
}

/** Facts with their names, in as many columns as fit. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value, unknown }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <span title={unknown}>–{unknown === undefined ? null : <small> {unknown}</small>}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
