import { Button, Group, NativeSelect, Switch, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { Outcome } from '../../../components/outcome.tsx';
import { api, bodyOf } from '../../../lib/api/api-client.ts';
import { momentText } from '../../../lib/format/moments.ts';
import { numberText } from '../../../lib/format/quantities.ts';
import { notifications } from '../../../messages/en/notifications.ts';
import { type Rule, useRulesChanged } from './notification-queries.ts';
import { ruleInWords } from './rule-in-words.ts';
import styles from './rules.module.css';

const text = notifications.rules;
const hourMs = 3_600_000;

/** One rule with its switch, snooze and test. */
export function RuleRow({ rule, onEdit }: { readonly rule: Rule; readonly onEdit: () => void }): ReactNode {
  const { id, name, enabled, target, snoozedUntil, version } = rule;
  const refresh = useRulesChanged();
  const path = { params: { path: { id } } };
  const change = useMutation({
    mutationFn: (body: { readonly enabled?: boolean; readonly snoozedUntil?: string | null }) =>
      api.PATCH('/api/v1/notifications/rules/{id}', { ...path, body: { version, ...body } }),
    onSettled: refresh,
  });
  const test = useMutation({ mutationFn: () => bodyOf(api.POST('/api/v1/notifications/rules/{id}/test', path)) });
  const sleepsUntil = snoozedUntil !== null && Date.parse(snoozedUntil) > Date.now() ? snoozedUntil : null;
  return (
    <li>
      <div className={styles.about}>
        <Title order={3} size="h5">
          {name}
        </Title>
        <Text size="sm">
          {notifications.channels.names[target.channel]}: {target.address}
        </Text>
        <Text size="sm" c="dimmed">
          {ruleInWords(rule)}
        </Text>
        {sleepsUntil === null ? null : (
          <Text size="sm" style={{ color: 'var(--vigil-warning)' }}>
            {text.snoozed(momentText(sleepsUntil))}
          </Text>
        )}
        <Outcome of={change} />
        <Outcome of={test} {...(test.data === undefined ? {} : { done: text.tested(numberText(test.data.milliseconds)) })} />
      </div>
      <Group gap={6}>
        <Switch
          checked={enabled}
          disabled={change.isPending}
          aria-label={text.enabledOf(name)}
          onLabel={text.on}
          offLabel={text.off}
          onChange={({ currentTarget }) => change.mutate({ enabled: currentTarget.checked })}
        />
        {sleepsUntil === null ? (
          <NativeSelect
            size="xs"
            aria-label={text.snoozeOf(name)}
            data={Object.entries(text.snoozes).map(([value, label]) => ({ value, label }))}
            value=""
            onChange={({ currentTarget }) => {
              const hours = Number(currentTarget.value);
              if (hours > 0) change.mutate({ snoozedUntil: new Date(Date.now() + hours * hourMs).toISOString() });
            }}
          />
        ) : (
          <Button size="xs" variant="default" onClick={() => change.mutate({ snoozedUntil: null })}>
            {text.wake}
          </Button>
        )}
        <Button size="xs" variant="default" aria-label={text.testOf(name)} loading={test.isPending} onClick={() => test.mutate()}>
          {text.test}
        </Button>
        <Button size="xs" variant="default" aria-label={text.editOf(name)} onClick={onEdit}>
          {text.edit}
        </Button>
        <ConfirmButton
          label={text.remove}
          question={text.removeQuestion(name)}
          onConfirm={async () => {
            await api.DELETE('/api/v1/notifications/rules/{id}', path);
            await refresh();
          }}
        >
          {text.removeText}
        </ConfirmButton>
      </Group>
    </li>
  );
}
