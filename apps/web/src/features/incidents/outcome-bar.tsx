import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Problem } from '../../components/problem.tsx';
import { incidentList } from '../../messages/en/incidents.ts';
import styles from './bulk-bar.module.css';
import type { Judging } from './use-judging.ts';

const text = incidentList.done;

/** What the last action did, with a way back; and what it did not reach, with the reasons. */
export function OutcomeBar({ judging }: { readonly judging: Judging }): ReactNode {
  const { outcome, failures, error, undo, forgetFailures } = judging;
  return (
    <>
      {error === null ? null : (
        <Problem title={text.failedAll} error={error} onRetry={forgetFailures} retryLabel={text.dismissFailures} />
      )}
      {failures.length === 0 ? null : (
        <Alert
          color="red"
          role="alert"
          title={text.failed(failures.length)}
          withCloseButton
          closeButtonLabel={text.dismissFailures}
          onClose={forgetFailures}
        >
          <ul className={styles.failures}>
            {failures.map(({ id, title, reason }) => (
              <li key={id}>
                <Link href={`/incidents/${encodeURIComponent(id)}`}>{title}</Link>: {reason}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <div role="status">
        {outcome === null ? null : (
          <div className={styles.outcome}>
            {outcome.text}
            {outcome.undo.length === 0 ? null : (
              <Button size="xs" variant="light" onClick={undo}>
                {text.undo}
              </Button>
            )}
          </div>
        )}
      </div>
    </>
  );
}
