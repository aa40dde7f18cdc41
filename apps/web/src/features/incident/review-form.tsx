import type { IncidentRecord } from '@vigil/contracts';
import { Button, Group, Select, Stack, Switch, TagsInput, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.tsx';
import { usePeople } from '../../lib/users/use-people.ts';
import { incident as messages } from '../../messages/en/incident.ts';
import type { ReviewOrder } from './use-review.ts';

const text = messages.review;

/** Note, tags, who is to look at it, and whether it is held; each is saved by itself. */
export function ReviewForm({
  incident,
  isSaving,
  onSave,
}: {
  readonly incident: IncidentRecord;
  readonly isSaving: boolean;
  readonly onSave: (order: ReviewOrder, onSaved?: () => void) => void;
}): ReactNode {
  // what the note was when somebody began to write is what a conflict is judged by
  const [draft, setDraft] = useState<{ readonly note: string; readonly base: IncidentRecord } | null>(null);
  const { user } = useSession();
  const people = usePeople();
  const save = (change: ReviewOrder['change']): void => onSave({ change, base: incident });
  const saveNote = (): void => {
    if (draft !== null) onSave({ change: { note: draft.note }, base: draft.base }, () => setDraft(null));
  };
  const isChangedByOthers = draft !== null && draft.base.note !== incident.note;
  return (
    <Stack gap="sm">
      <Textarea
        label={text.note}
        placeholder={text.notePlaceholder}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={10_000}
        value={draft?.note ?? incident.note}
        description={isChangedByOthers ? text.noteChanged : undefined}
        onChange={({ currentTarget }) => setDraft({ note: currentTarget.value, base: draft?.base ?? incident })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) saveNote();
        }}
      />
      {draft === null ? null : (
        <Group gap="xs" justify="flex-end">
          <Button size="xs" variant="default" onClick={() => setDraft(null)}>
            {text.discardNote}
          </Button>
          <Button size="xs" loading={isSaving} onClick={saveNote}>
            {text.saveNote}
          </Button>
        </Group>
      )}
      <TagsInput
        label={text.tags}
        placeholder={incident.tags.length === 0 ? text.tagsPlaceholder : ''}
        maxTags={50}
        value={incident.tags}
        onChange={(tags) => save({ tags: tags.map((tag) => tag.trim().slice(0, 50)).filter((tag) => tag !== '') })}
      />
      <Select
        label={text.assign}
        placeholder={text.nobody}
        clearable
        data={people.map(({ id, name }) => ({ value: id, label: id === user.id ? text.me(name) : name }))}
        value={incident.assignedTo}
        onChange={(assignedTo) => save({ assignedTo })}
      />
      <Switch
        label={text.held}
        description={text.heldHint}
        checked={incident.held}
        onChange={({ currentTarget }) => save({ held: currentTarget.checked })}
      />
    </Stack>
  );
}
