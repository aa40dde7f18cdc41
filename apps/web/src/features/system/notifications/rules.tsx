import { Button, Skeleton } from '@mantine/core';
import { IconBellPlus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Empty } from '../../../components/empty.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Problem } from '../../../components/problem.tsx';
import { ShownOnce } from '../../../components/shown-once.tsx';
import { notifications } from '../../../messages/en/notifications.ts';
import { type Rule, useRules } from './notification-queries.ts';
import { RuleForm } from './rule-form.tsx';
import { RuleRow } from './rule-row.tsx';
import styles from './rules.module.css';

const text = notifications.rules;

/** The rules: making, changing, trying them. */
export function Rules(): ReactNode {
  const { data, error, refetch } = useRules();
  const [edited, setEdited] = useState<Rule | 'new' | null>(null);
  const [told, setTold] = useState<{ readonly name: string; readonly secret: string } | null>(null);
  const makeButton = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {text.make}
    </Button>
  );
  return (
    <Panel title={text.title} actions={edited === null && data?.items.length !== 0 ? makeButton : null}>
      {told === null ? null : <ShownOnce title={text.secret(told.name)} secret={told.secret} onDone={() => setTold(null)} />}
      {edited === null ? null : (
        <RuleForm
          key={edited === 'new' ? 'new' : edited.id}
          rule={edited === 'new' ? null : edited}
          onSaved={({ name, secret }) => {
            if (secret !== null) setTold({ name, secret });
            setEdited(null);
          }}
          onCancel={() => setEdited(null)}
        />
      )}
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton h={160} /> : null}
      {data?.items.length === 0 && edited === null ? (
        <Empty icon={IconBellPlus} title={text.none} action={makeButton}>
          {text.noneText}
        </Empty>
      ) : null}
      <ul className={styles.rules}>
        {data?.items.map((rule) => (
          <RuleRow key={rule.id} rule={rule} onEdit={() => setEdited(rule)} />
        ))}
      </ul>
    </Panel>
  );
}
