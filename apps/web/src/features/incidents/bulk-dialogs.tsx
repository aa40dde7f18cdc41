import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.tsx';
import { SmallDialog } from '../../components/small-dialog.tsx';
import { usePeople } from '../../lib/users/use-people.ts';
import { incidentList } from '../../messages/en/incidents.ts';
import type { BulkQuestion } from './bulk-bar.tsx';
import type { Action } from './judging.ts';

const text = incidentList.dialogs;

interface AnswerProps {
  readonly count: number;
  readonly onAnswer: (action: Action) => void;
  readonly onClose: () => void;
}

/** Asks for what an action on many incidents needs to know. */
function BulkDialogs({ question, ...props }: AnswerProps & { readonly question: BulkQuestion }): ReactNode {
  switch (question) {
    case 'assign':
      return <AssignDialog {...props} />;
    case 'tag':
      return <TagDialog {...props} />;
    case 'note':
      return <NoteDialog {...props} />;
  }
}

function AssignDialog({ count, onAnswer, onClose }: AnswerProps): ReactNode {
  const { user } = useSession();
  const others = usePeople().filter(({ id, disabled }) => id !== user.id && !disabled);
  const [chosen, choose] = useState(user.id);
  return (
    <SmallDialog
      title={text.assign(count)}
      submitLabel={text.assignSubmit}
      cancelLabel={text.cancel}
      onClose={onClose}
      onSubmit={() => onAnswer({ type: 'change', change: { assignedTo: chosen === '' ? null : chosen } })}
    >
      <NativeSelect
        label={text.assignTo}
        value={chosen}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          { value: user.id, label: incidentList.filters.me },
          { value: '', label: text.nobody },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </SmallDialog>
  );
}

function TagDialog({ count, onAnswer, onClose }: AnswerProps): ReactNode {
  const [tag, setTag] = useState('');
  return (
    <SmallDialog
      title={text.tag(count)}
      submitLabel={text.tagSubmit}
      cancelLabel={text.cancel}
      canSubmit={tag.trim() !== ''}
      onClose={onClose}
      onSubmit={() => onAnswer({ type: 'change', change: { addTags: [tag.trim()] } })}
    >
      <TextInput label={text.tagLabel} maxLength={50} value={tag} onChange={({ currentTarget }) => setTag(currentTarget.value)} />
    </SmallDialog>
  );
}

function NoteDialog({ count, onAnswer, onClose }: AnswerProps): ReactNode {
  const [note, setNote] = useState('');
  return (
    <SmallDialog
      title={text.note(count)}
      submitLabel={text.noteSubmit}
      cancelLabel={text.cancel}
      canSubmit={note.trim() !== ''}
      onClose={onClose}
      onSubmit={() => onAnswer({ type: 'change', change: { appendNote: note.trim() } })}
    >
      <Textarea
        label={text.noteLabel}
        description={text.noteHint}
        rows={4}
        maxLength={10_000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </SmallDialog>
  );
}

export default BulkDialogs;
