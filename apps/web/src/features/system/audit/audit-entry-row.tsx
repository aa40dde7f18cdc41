import { Anchor } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Moment } from '../../../components/moment.tsx';
import type { components } from '../../../lib/api/generated/api.ts';
import { audit as text } from '../../../messages/en/audit.ts';
import styles from './audit-entry.module.css';

/** One entry: when, who, what, about what; the details on demand. */
export function AuditEntryRow({ entry }: { readonly entry: components['schemas']['AuditEntry'] }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { actor, action, target, outcome, details, ipAddress, createdAt } = entry;
  const hasDetails = Object.keys(details).length > 0;
  const kind = text.kinds[actor.kind];
  return (
    <>
      <div className={styles.line}>
        <span className={styles.time}>
          <Moment at={createdAt} />
        </span>
        <span className={styles.who}>{kind === '' || kind === actor.name ? actor.name : `${kind} ${actor.name}`}</span>
        <span className={styles.what}>
          {action}
          {outcome === 'refused' ? <span className={styles.refused}> {text.refused}</span> : null}
        </span>
        <span className={styles.about}>{target}</span>
        <span className={styles.about}>{ipAddress === null ? null : text.fromAddress(ipAddress)}</span>
        <span className={styles.action}>
          {hasDetails ? (
            <Anchor
              component="button"
              type="button"
              size="sm"
              aria-expanded={isOpen}
              aria-label={text.detailsOf(action)}
              onClick={() => setOpen(!isOpen)}
            >
              {text.details}
            </Anchor>
          ) : null}
        </span>
      </div>
      {isOpen ? (
        // a long one scrolls, which needs the focus
        <pre className={styles.details} tabIndex={0}>
          {JSON.stringify(details, null, 2)}
        </pre>
      ) : null}
    </>
  );
}
