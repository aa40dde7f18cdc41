import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { mediaTime } from '../../../lib/format/media-time.ts';
import { useKeys } from '../../../lib/keys/key-bindings.tsx';
import { evaluate } from '../../../messages/en/evaluate.ts';
import { EventFields } from './event-fields.tsx';
import { EventStrip } from './event-strip.tsx';
import { isUsable, markedSeconds, withEvent } from './label-draft.ts';
import type { LabelledEvent } from './label-queries.ts';
import styles from './labels.module.css';

const text = evaluate.labels;
const stepSeconds = 0.1;

/** Plays a video and marks where events begin and end. */
export function EventEditor({
  videoId,
  name,
  durationSeconds,
  events,
  mayChange,
  onChange,
}: {
  readonly videoId: string;
  readonly name: string;
  readonly durationSeconds: number | null;
  readonly events: readonly LabelledEvent[];
  readonly mayChange: boolean;
  readonly onChange: (events: LabelledEvent[]) => void;
}): ReactNode {
  const video = useRef<HTMLVideoElement>(null);
  const [seconds, setSeconds] = useState(0);
  const [begun, setBegun] = useState<number | null>(null);
  const [kind, setKind] = useState('fall');
  const seek = (place: number): void => {
    if (video.current !== null) video.current.currentTime = Math.max(0, place);
  };
  const here = (): number => markedSeconds(video.current?.currentTime ?? 0);
  const begin = (): void => setBegun(here());
  const end = (): void => {
    if (begun === null) return;
    const event = { startSeconds: begun, endSeconds: here(), kind };
    if (!isUsable(event, durationSeconds)) return;
    onChange(withEvent(events, event));
    setBegun(null);
  };
  const toggle = (): void => {
    if (video.current?.paused === true) void video.current.play();
    else video.current?.pause();
  };
  useKeys(text.keys, [
    ...(mayChange
      ? [
          { keys: 'i', label: text.begin, run: begin },
          { keys: 'o', label: text.end, run: end },
        ]
      : []),
    { keys: ',', label: text.backward, run: () => seek(here() - stepSeconds) },
    { keys: '.', label: text.forward, run: () => seek(here() + stepSeconds) },
    { keys: 'k', label: text.playing, run: toggle },
  ]);
  return (
    <div className={styles.editor}>
      <div>
        <video
          ref={video}
          className={styles.video}
          src={`/api/v1/videos/${videoId}/original`}
          aria-label={name}
          controls
          muted
          playsInline
          onTimeUpdate={({ currentTarget }) => setSeconds(currentTarget.currentTime)}
        />
        <EventStrip events={events} begun={begun} seconds={seconds} durationSeconds={durationSeconds} onSeek={seek} />
        {mayChange ? (
          <Group mt="sm" align="end" gap="xs">
            <NativeSelect
              size="xs"
              label={text.kind}
              data={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
              value={kind}
              onChange={({ currentTarget }) => setKind(currentTarget.value)}
            />
            <Button size="xs" onClick={begin}>
              {text.begin} (i)
            </Button>
            <Button size="xs" disabled={begun === null} onClick={end}>
              {text.end} (o)
            </Button>
          </Group>
        ) : null}
        <Text size="sm" mt="xs" role="status">
          {begun === null ? '' : text.began(mediaTime(begun, 1))}
        </Text>
      </div>
      <div>
        {events.map((event, index) => (
          <EventFields
            key={`${event.startSeconds} ${event.endSeconds} ${event.kind}`}
            number={index + 1}
            event={event}
            durationSeconds={durationSeconds}
            mayChange={mayChange}
            onShow={() => seek(event.startSeconds)}
            onChange={(changed) =>
              onChange(
                withEvent(
                  events.filter((kept) => kept !== event),
                  changed,
                ),
              )
            }
            onRemove={() => onChange(events.filter((kept) => kept !== event))}
          />
        ))}
      </div>
    </div>
  );
}
