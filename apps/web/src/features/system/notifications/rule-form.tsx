import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Paper,
  Stack,
  Switch,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Outcome } from '../../../components/outcome.tsx';
import { api, bodyOf } from '../../../lib/api/api-client.ts';
import type { components } from '../../../lib/api/generated/api.ts';
import { notifications } from '../../../messages/en/notifications.ts';
import { messages } from '../../../messages/index.ts';
import { type Rule, useChannels, useRulesChanged } from './notification-queries.ts';
import { draftOfRule, type RuleDraft, ruleOfDraft } from './rule-draft.ts';
import { ScheduleFields } from './schedule-fields.tsx';
import { subscribeBrowser } from './subscribe-browser.ts';
import { TargetFields } from './target-fields.tsx';

type MadeRule = components['schemas']['MadeNotificationRule'];
type NewRule = components['schemas']['NewNotificationRule'];
type RuleChange = components['schemas']['NotificationRuleChange'];

const text = notifications.form;

/** Makes a rule, or changes one. */
export function RuleForm({
  rule,
  onSaved,
  onCancel,
}: {
  /** Null makes a new one. */
  readonly rule: Rule | null;
  readonly onSaved: (rule: MadeRule) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const refresh = useRulesChanged();
  const { data: channels } = useChannels();
  // what somebody else changed meanwhile is a conflict, and not overwritten
  const [version] = useState(rule?.version);
  const [draft, setDraft] = useState<RuleDraft>(() => draftOfRule(rule, Intl.DateTimeFormat().resolvedOptions().timeZone));
  const set = (change: Partial<RuleDraft>): void => setDraft({ ...draft, ...change });
  const save = useMutation({
    mutationFn: async (): Promise<MadeRule> => {
      const target =
        draft.channel === 'web-push' && !draft.keepsTarget
          ? { channel: 'web-push' as const, ...(await subscribeBrowser(channels?.webPushPublicKey ?? '')) }
          : undefined;
      const asked = { ...ruleOfDraft(draft), ...(target === undefined ? {} : { target }) };
      if (rule === null) return bodyOf(api.POST('/api/v1/notifications/rules', { body: asked as NewRule }));
      const body = { ...asked, version } as RuleChange;
      return bodyOf(api.PATCH('/api/v1/notifications/rules/{id}', { params: { path: { id: rule.id } }, body }));
    },
    onSuccess: async (saved) => {
      await refresh();
      onSaved(saved);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!draft.isScheduled || draft.schedule.days.length > 0) save.mutate();
  };
  const title = rule === null ? text.make : text.edit(rule.name);
  return (
    <Paper component="form" withBorder p="md" mb="md" onSubmit={submit} aria-label={title}>
      <Stack maw={560}>
        <Title order={3} size="h5">
          {title}
        </Title>
        <TextInput
          label={text.name}
          required
          maxLength={100}
          autoFocus
          value={draft.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        {rule === null ? null : (
          <Checkbox
            label={text.keepTarget}
            description={text.goesTo(rule.target.address)}
            checked={draft.keepsTarget}
            onChange={({ currentTarget }) => set({ keepsTarget: currentTarget.checked })}
          />
        )}
        {draft.keepsTarget ? null : <TargetFields draft={draft} onChange={set} />}
        <NativeSelect
          label={text.least}
          data={Object.entries(notifications.rules.least).map(([value, label]) => ({ value, label }))}
          value={draft.leastSeverity}
          onChange={({ currentTarget }) => set({ leastSeverity: currentTarget.value as Rule['leastSeverity'] })}
        />
        <MultiSelect
          label={text.kinds}
          description={text.kindsHint}
          data={Object.entries(messages.incidentWords.kinds).map(([value, label]) => ({ value, label }))}
          searchable
          clearable
          value={[...draft.kinds]}
          onChange={(kinds) => set({ kinds })}
        />
        <TextInput
          label={text.sources}
          description={text.sourcesHint}
          value={draft.sources}
          onChange={({ currentTarget }) => set({ sources: currentTarget.value })}
        />
        <NumberInput
          label={text.coolDown}
          required
          min={0}
          max={86_400}
          allowDecimal={false}
          value={draft.coolDownSeconds}
          onChange={(coolDownSeconds) => set({ coolDownSeconds })}
        />
        <Switch
          label={text.scheduled}
          checked={draft.isScheduled}
          onChange={({ currentTarget }) => set({ isScheduled: currentTarget.checked })}
        />
        {draft.isScheduled ? <ScheduleFields schedule={draft.schedule} onChange={(schedule) => set({ schedule })} /> : null}
        <Outcome of={save} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {text.save}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {text.cancel}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
