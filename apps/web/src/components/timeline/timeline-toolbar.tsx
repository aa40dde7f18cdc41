import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { mediaTime } from '../../lib/format/media-time.ts';
import { timeline as text } from '../../messages/en/player.ts';
import type { ViewSpan } from './view-span.ts';

/** Zooms by buttons, and says what is in view. */
export function TimelineToolbar({
  view,
  isWhole,
  onZoom,
  onWhole,
}: {
  readonly view: ViewSpan;
  readonly isWhole: boolean;
  readonly onZoom: (factor: number) => void;
  readonly onWhole: () => void;
}): ReactNode {
  return (
    <Group gap={4} justify="space-between" wrap="nowrap" mb={4}>
      <Text size="xs" c="dimmed" aria-live="polite">
        {text.range(mediaTime(view.startSeconds), mediaTime(view.endSeconds))}
      </Text>
      <Group gap={4} wrap="nowrap">
        <Button size="compact-xs" variant="default" onClick={onWhole} disabled={isWhole}>
          {text.whole}
        </Button>
        <ActionIcon
          variant="default"
          size="md"
          aria-label={text.zoomOut}
          title={text.zoomOut}
          disabled={isWhole}
          onClick={() => onZoom(0.5)}
        >
          <IconZoomOut size={16} />
        </ActionIcon>
        <ActionIcon variant="default" size="md" aria-label={text.zoomIn} title={text.zoomIn} onClick={() => onZoom(2)}>
          <IconZoomIn size={16} />
        </ActionIcon>
      </Group>
    </Group>
  );
}
