import type { IncidentSummary } from '@vigil/contracts';
import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useMay } from '../../app/session.tsx';
import { incidentList } from '../../messages/en/incidents.ts';
import styles from './bulk-bar.module.css';
import type { Action, Change } from './judging.ts';
import { mostPicked } from './picking.ts';

const text = incidentList.bar;
const Dialogs = lazy(() => import('./bulk-dialogs.tsx'));

/** What the dialogs ask for. */
export type BulkQuestion = 'assign' | 'tag' | 'note';

/** How many are selected, and what can be done with them; it lies over the end of the window. */
export function BulkBar({
  selected,
  onAct,
  onClear,
}: {
  readonly selected: readonly IncidentSummary[];
  readonly onAct: (action: Action) => void;
  readonly onClear: () => void;
}): ReactNode {
  const [question, ask] = useState<BulkQuestion | null>(null);
  const mayJudge = useMay('operator');
  const change = (values: Change) => () => onAct({ type: 'change', change: values });
  const areReviewed = selected.length > 0 && selected.every(({ reviewed }) => reviewed);
  const areHeld = selected.length > 0 && selected.every(({ held }) => held);
  return (
    <section className={styles.bar} aria-label={text.title}>
      <strong className={styles.count} role="status">
        {text.selected(selected.length)}
        {selected.length >= mostPicked ? ` · ${text.full(mostPicked)}` : ''}
      </strong>
      <div className={styles.actions}>
        {mayJudge ? (
          <>
            <Button size="xs" color="red.9" onClick={change({ status: 'confirmed' })}>
              {text.confirm}
            </Button>
            <Button size="xs" variant="default" onClick={change({ status: 'dismissed' })}>
              {text.dismiss}
            </Button>
            <Button size="xs" variant="default" onClick={change({ status: 'new' })}>
              {text.reopen}
            </Button>
          </>
        ) : null}
        <Button size="xs" variant="default" onClick={() => onAct({ type: 'reviewed', reviewed: !areReviewed })}>
          {areReviewed ? text.notReviewed : text.reviewed}
        </Button>
        {mayJudge ? (
          <>
            <Button size="xs" variant="default" onClick={() => ask('assign')}>
              {text.assign}
            </Button>
            <Button size="xs" variant="default" onClick={() => ask('tag')}>
              {text.tag}
            </Button>
            <Button size="xs" variant="default" onClick={() => ask('note')}>
              {text.note}
            </Button>
            <Button size="xs" variant="default" onClick={change({ held: !areHeld })}>
              {areHeld ? text.release : text.hold}
            </Button>
          </>
        ) : null}
      </div>
      <ActionIcon
        className={styles.close}
        variant="subtle"
        color="gray"
        aria-label={text.clear}
        title={text.clear}
        onClick={onClear}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
      {question === null ? null : (
        <Suspense>
          <Dialogs
            question={question}
            count={selected.length}
            onClose={() => ask(null)}
            onAnswer={(action) => {
              ask(null);
              onAct(action);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
