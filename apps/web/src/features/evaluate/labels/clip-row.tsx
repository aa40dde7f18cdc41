import { Button, NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { duration } from '../../../lib/format/media-time.ts';
import { useVideoRecord } from '../../../lib/queries/record-queries.ts';
import { evaluate } from '../../../messages/en/evaluate.ts';
import { EventEditor } from './event-editor.tsx';
import type { LabelledClip } from './label-queries.ts';
import styles from './labels.module.css';

const text = evaluate.labels;

/** One clip of a set; opened, it is where events are marked. */
export function ClipRow({
  clip,
  mayChange,
  isOpen,
  onOpen,
  onChange,
  onRemove,
}: {
  readonly clip: LabelledClip;
  readonly mayChange: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpening: boolean) => void;
  readonly onChange: (clip: LabelledClip) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { data: video, error } = useVideoRecord(clip.videoId);
  const name = video?.name ?? clip.videoId;
  const isMeasured = clip.use === 'measure';
  return (
    <li>
      <div className={styles.name}>
        <strong>{name}</strong>
        <Text size="sm" c="dimmed">
          {[
            ...(video?.durationSeconds == null ? [] : [duration(video.durationSeconds)]),
            ...(isMeasured ? [text.events(clip.events.length)] : []),
            ...(error === null ? [] : [error.message]),
          ].join(' · ')}
        </Text>
      </div>
      <NativeSelect
        size="xs"
        aria-label={text.use(name)}
        disabled={!mayChange}
        data={Object.entries(text.uses).map(([value, label]) => ({ value, label }))}
        value={clip.use}
        onChange={({ currentTarget }) => onChange({ ...clip, use: currentTarget.value as LabelledClip['use'] })}
      />
      {isMeasured ? (
        <Button
          size="xs"
          variant={isOpen ? 'default' : 'light'}
          aria-expanded={isOpen}
          aria-label={isOpen ? text.closeOf(name) : text.labelOf(name)}
          onClick={() => onOpen(!isOpen)}
        >
          {isOpen ? text.close : text.label}
        </Button>
      ) : null}
      {mayChange ? (
        <Button size="xs" variant="default" aria-label={text.takeOutOf(name)} onClick={onRemove}>
          {text.takeOut}
        </Button>
      ) : null}
      {isOpen && isMeasured ? (
        <EventEditor
          videoId={clip.videoId}
          name={name}
          durationSeconds={video?.durationSeconds ?? null}
          events={clip.events}
          mayChange={mayChange}
          onChange={(events) => onChange({ ...clip, events })}
        />
      ) : null}
    </li>
  );
}
