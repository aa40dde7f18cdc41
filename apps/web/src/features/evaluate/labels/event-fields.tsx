import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { mediaTime } from '../../../lib/format/media-time.ts';
import { mediaSecondsOf } from '../../../lib/format/read-media-time.ts';
import { evaluate } from '../../../messages/en/evaluate.ts';
import { isUsable, markedSeconds } from './label-draft.ts';
import styles from './labels.module.css';
import type { LabelledEvent } from './label-queries.ts';

const text = evaluate.labels;

/** One event as times and kind, which can be typed too. */
export function EventFields({
  number,
  event,
  durationSeconds,
  mayChange,
  onShow,
  onChange,
  onRemove,
}: {
  readonly number: number;
  readonly event: LabelledEvent;
  readonly durationSeconds: number | null;
  readonly mayChange: boolean;
  readonly onShow: () => void;
  readonly onChange: (event: LabelledEvent) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const [from, setFrom] = useState(mediaTime(event.startSeconds, 2));
  const [to, setTo] = useState(mediaTime(event.endSeconds, 2));
  const startSeconds = mediaSecondsOf(from);
  const endSeconds = mediaSecondsOf(to);
  const typed =
    startSeconds === null || endSeconds === null
      ? null
      : { ...event, startSeconds: markedSeconds(startSeconds), endSeconds: markedSeconds(endSeconds) };
  const isWrong = typed === null || !isUsable(typed, durationSeconds);
  const take = (): void => {
    if (typed === null || isWrong) return;
    if (typed.startSeconds !== event.startSeconds || typed.endSeconds !== event.endSeconds) onChange(typed);
  };
  const name = text.eventOf(number);
  return (
    <div role="group" aria-label={name} className={styles.fields}>
      <TextInput
        size="xs"
        label={text.from}
        disabled={!mayChange}
        error={isWrong}
        value={from}
        onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        onBlur={take}
      />
      <TextInput
        size="xs"
        label={text.to}
        disabled={!mayChange}
        error={isWrong ? text.wrong : null}
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
        onBlur={take}
      />
      <NativeSelect
        size="xs"
        className={styles.kind}
        label={text.what}
        disabled={!mayChange}
        data={kindChoices(event.kind)}
        value={event.kind}
        onChange={({ currentTarget }) => onChange({ ...event, kind: currentTarget.value })}
      />
      <Group gap="xs" className={styles.eventTools}>
        <Button size="xs" variant="default" aria-label={`${text.show}: ${name}`} onClick={onShow}>
          {text.show}
        </Button>
        {mayChange ? (
          <Button size="xs" variant="subtle" aria-label={`${text.drop}: ${name}`} onClick={onRemove}>
            {text.drop}
          </Button>
        ) : null}
      </Group>
    </div>
  );
}

/** The kinds to choose from, with one that came through the API. */
function kindChoices(kind: string): { value: string; label: string }[] {
  const known = Object.entries(text.kinds).map(([value, label]) => ({ value, label }));
  return kind in text.kinds ? known : [...known, { value: kind, label: kind }];
}
