import type { Settings } from '@vigil/contracts';
import { NumberInput, Switch, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ActionForm } from '../../../components/action-form.tsx';
import { momentText } from '../../../lib/format/moments.ts';
import { system } from '../../../messages/en/system.ts';
import { changeOf, type SettingsDraft as Draft } from './settings-draft.ts';
import { useChangeSettings } from '../system-queries.ts';

const text = system.settings;

/** The settings as a form, for administrators. */
export function SettingsForm({ settings }: { readonly settings: Readonly<Settings> }): ReactNode {
  // only what was touched is sent: the rest follows what others change meanwhile
  const [draft, setDraft] = useState<Draft>({});
  const shown = { ...settings, ...draft };
  const set = (touched: Draft): void => setDraft((before) => ({ ...before, ...touched }));
  const change = useChangeSettings();
  const save = useMutation({
    mutationFn: () => change(changeOf(draft)),
    onSuccess: () => setDraft({}),
  });
  return (
    <ActionForm action={save} done={text.saved} submit={text.save} onSubmit={() => save.mutate()}>
      <NumberInput
        label={text.budget}
        description={text.budgetText}
        required
        min={0.001}
        max={100_000}
        value={shown.defaultBudgetIncidentsPerDay}
        onChange={(defaultBudgetIncidentsPerDay) => set({ defaultBudgetIncidentsPerDay })}
      />
      <Switch
        label={text.analyse}
        checked={shown.analyseUploads}
        onChange={({ currentTarget }) => set({ analyseUploads: currentTarget.checked })}
      />
      <Switch
        label={text.paused}
        description={text.pausedText}
        checked={shown.queuePaused}
        onChange={({ currentTarget }) => set({ queuePaused: currentTarget.checked })}
      />
      <NumberInput
        label={text.auditDays}
        required
        min={1}
        max={36_500}
        allowDecimal={false}
        value={shown.auditDays}
        onChange={(auditDays) => set({ auditDays })}
      />
      <Text size="sm" c="dimmed">
        {text.changed(momentText(settings.updatedAt))}
      </Text>
    </ActionForm>
  );
}
