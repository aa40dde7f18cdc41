import type { Settings } from '@vigil/contracts';
import { NumberInput, Switch, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ActionForm } from '../../../components/action-form.tsx';
import { momentText } from '../../../lib/format/moments.ts';
import { system } from '../../../messages/en/system.ts';
import { useChangeSettings } from '../system-queries.ts';

const text = system.settings;

/** The settings as a form, for administrators. */
export function SettingsForm({ settings }: { readonly settings: Readonly<Settings> }): ReactNode {
  const [budget, setBudget] = useState<number | string>(settings.defaultBudgetIncidentsPerDay);
  const [analyseUploads, setAnalyseUploads] = useState(settings.analyseUploads);
  const [queuePaused, setQueuePaused] = useState(settings.queuePaused);
  const [auditDays, setAuditDays] = useState<number | string>(settings.auditDays);
  const change = useChangeSettings();
  const save = useMutation({
    mutationFn: () =>
      change({
        version: settings.version,
        defaultBudgetIncidentsPerDay: Number(budget),
        analyseUploads,
        queuePaused,
        auditDays: Number(auditDays),
      }),
  });
  return (
    <ActionForm action={save} done={text.saved} submit={text.save} onSubmit={() => save.mutate()}>
      <NumberInput
        label={text.budget}
        description={text.budgetText}
        required
        min={0.001}
        max={100_000}
        value={budget}
        onChange={setBudget}
      />
      <Switch
        label={text.analyse}
        checked={analyseUploads}
        onChange={({ currentTarget }) => setAnalyseUploads(currentTarget.checked)}
      />
      <Switch
        label={text.paused}
        description={text.pausedText}
        checked={queuePaused}
        onChange={({ currentTarget }) => setQueuePaused(currentTarget.checked)}
      />
      <NumberInput
        label={text.auditDays}
        required
        min={1}
        max={36_500}
        allowDecimal={false}
        value={auditDays}
        onChange={setAuditDays}
      />
      <Text size="sm" c="dimmed">
        {text.changed(momentText(settings.updatedAt))}
      </Text>
    </ActionForm>
  );
}
