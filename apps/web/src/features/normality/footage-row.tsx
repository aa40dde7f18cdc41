import { Button, Group, RangeSlider, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { mediaTime } from '../../lib/format/media-time.ts';
import { normality } from '../../messages/en/normality.ts';
import { type FootageDraft, problemOf, stretchOf } from './footage-draft.ts';

const text = normality.teach;
const stepSeconds = 0.1;

/** One chosen video with the stretch of it that is normal, on a timeline and as times. */
export function FootageRow({
  draft,
  onChange,
  onRemove,
}: {
  readonly draft: FootageDraft;
  readonly onChange: (draft: FootageDraft) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { name, durationSeconds, from, to } = draft;
  const problem = problemOf(draft);
  const { start, end } = stretchOf(draft);
  return (
    <div role="group" aria-label={name}>
      <Group justify="space-between" mb={4}>
        <Text fw={600} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Button size="compact-xs" variant="subtle" aria-label={text.takeOutOf(name)} onClick={onRemove}>
          {text.takeOut}
        </Button>
      </Group>
      <Group align="start" gap="md">
        <TextInput
          size="xs"
          w={110}
          label={text.from}
          aria-label={text.fromOf(name)}
          error={problem === 'from' ? text.wrongTime : null}
          value={from}
          onChange={({ currentTarget }) => onChange({ ...draft, from: currentTarget.value })}
        />
        <TextInput
          size="xs"
          w={110}
          label={text.to}
          aria-label={text.toOf(name)}
          error={problem === 'to' ? text.wrongTime : problem === 'order' ? text.order : null}
          value={to}
          onChange={({ currentTarget }) => onChange({ ...draft, to: currentTarget.value })}
        />
        {durationSeconds === null || durationSeconds === 0 ? null : (
          <RangeSlider
            flex="1 1 14rem"
            mt={30}
            min={0}
            max={durationSeconds}
            step={stepSeconds}
            minRange={stepSeconds}
            label={(seconds) => mediaTime(seconds, 1)}
            thumbFromLabel={text.fromOf(name)}
            thumbToLabel={text.toOf(name)}
            value={[Math.min(start, durationSeconds), Math.min(end ?? durationSeconds, durationSeconds)]}
            onChange={([first, last]) => onChange({ ...draft, from: mediaTime(first, 1), to: mediaTime(last, 1) })}
          />
        )}
      </Group>
    </div>
  );
}
