import type { Settings } from '@vigil/contracts';
import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Outcome } from '../../../components/outcome.tsx';
import { type Column, RecordTable } from '../../../components/record-table.tsx';
import { system } from '../../../messages/en/system.ts';
import { useChangeSettings } from '../system-queries.ts';
import { draftOf, draftsOf, hasSameLimits, type RetentionDraft, retentionOf } from './retention-draft.ts';

const text = system.disk;

/** The limits of a source, as they are typed. */
interface LimitRow {
  readonly name: string;
  readonly draft: RetentionDraft;
  readonly onChange: (draft: RetentionDraft) => void;
  readonly onRemove?: () => void;
}

const columns: readonly Column<LimitRow>[] = [
  { name: text.source, isHeading: true, cell: ({ name }) => name },
  {
    name: text.maxAge,
    cell: ({ name, draft, onChange }) => (
      <NumberInput
        aria-label={text.ageOf(name)}
        placeholder={text.unlimited}
        min={0}
        max={36_500}
        value={draft.days}
        onChange={(days) => onChange({ ...draft, days })}
      />
    ),
  },
  {
    name: text.maxSize,
    cell: ({ name, draft, onChange }) => (
      <NumberInput
        aria-label={text.sizeOf(name)}
        placeholder={text.unlimited}
        min={0}
        value={draft.gigabytes}
        onChange={(gigabytes) => onChange({ ...draft, gigabytes })}
      />
    ),
  },
  {
    name: text.remove,
    cell: ({ name, onRemove }) =>
      onRemove === undefined ? null : (
        <Button size="compact-sm" variant="default" aria-label={text.removeOf(name)} onClick={onRemove}>
          {text.remove}
        </Button>
      ),
  },
];

/** How long footage is kept, in general and by source; for administrators. */
export function RetentionForm({
  settings,
  sources,
}: {
  readonly settings: Readonly<Settings>;
  /** Sources that are known, to choose from. */
  readonly sources: readonly string[];
}): ReactNode {
  const [madeOn, setMadeOn] = useState(settings);
  const [general, setGeneral] = useState(() => draftOf(settings.retention));
  const [bySource, setBySource] = useState(() => draftsOf(settings.retentionBySource));
  const [added, setAdded] = useState('');
  const listId = useId();
  const change = useChangeSettings();
  const save = useMutation({
    mutationFn: () =>
      change({
        // another limit that somebody set meanwhile is a conflict; other settings are not
        version: hasSameLimits(madeOn, settings) ? settings.version : madeOn.version,
        retention: retentionOf(general),
        retentionBySource: Object.fromEntries(Object.entries(bySource).map(([source, draft]) => [source, retentionOf(draft)])),
      }),
    onSuccess: setMadeOn,
  });
  const add = (): void => {
    const source = added.trim();
    if (source === '' || source in bySource) return;
    setBySource({ ...bySource, [source]: { days: '', gigabytes: '' } });
    setAdded('');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // Enter in the field for a source adds it
    if (added.trim() === '' || added.trim() in bySource) save.mutate();
    else add();
  };
  const rows: readonly LimitRow[] = [
    { name: text.general, draft: general, onChange: setGeneral },
    ...Object.entries(bySource).map(([name, draft]) => ({
      name,
      draft,
      onChange: (next: RetentionDraft) => setBySource({ ...bySource, [name]: next }),
      onRemove: () => setBySource(Object.fromEntries(Object.entries(bySource).filter(([key]) => key !== name))),
    })),
  ];
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {text.retentionText}
        </Text>
        <RecordTable caption={text.retention} columns={columns} rows={rows} keyOf={({ name }) => name} minWidth={520} />
        <Group align="end">
          <TextInput
            label={text.addLabel}
            list={listId}
            value={added}
            pattern="[A-Za-z0-9][A-Za-z0-9_.\-]{0,127}"
            onChange={({ currentTarget }) => setAdded(currentTarget.value)}
          />
          <datalist id={listId}>
            {sources.map((source) => (
              <option key={source} value={source} />
            ))}
          </datalist>
          <Button variant="default" onClick={add}>
            {text.add}
          </Button>
        </Group>
        <Outcome of={save} done={text.saved} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
