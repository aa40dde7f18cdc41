import type { ShownJob } from '@vigil/contracts';
import { Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { duration, mediaTime } from '../lib/format/media-time.ts';
import { numberText } from '../lib/format/quantities.ts';
import { controls as text } from '../messages/en/controls.ts';

/** How far a job is: stage, footage, speed and time left, as far as the job tells them. */
export function JobProgress({
  job,
  label,
}: {
  readonly job: Pick<ShownJob, 'progress' | 'state' | 'paused' | 'cancelRequested'>;
  /** What is being done. */
  readonly label: string;
}): ReactNode {
  const { progress } = job;
  const share = shareDone(job);
  // how fast it was says nothing about one that waits
  const isMoving = job.state === 'leased' && !job.paused && !job.cancelRequested;
  return (
    <Stack gap={4} w="100%">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{stageOf(job, label)}</Text>
        {progress === null ? null : (
          <Text size="sm" c="dimmed">
            {[
              ...(progress.clip == null ? [] : [text.clip(progress.clip.number, progress.clip.of)]),
              // by clips where nobody knows how long they are: those that an earlier attempt read have no length either
              ...(progress.totalSeconds === null && progress.share !== undefined
                ? []
                : [
                    text.progress(
                      mediaTime(progress.mediaSeconds),
                      progress.totalSeconds === null ? null : mediaTime(progress.totalSeconds),
                    ),
                  ]),
              ...(isMoving ? [text.speed(numberText(progress.timesRealTime))] : []),
              ...(progress.secondsLeft === null || !isMoving ? [] : [text.left(duration(progress.secondsLeft))]),
            ].join(' · ')}
          </Text>
        )}
      </Group>
      <Progress.Root size="md">
        <Progress.Section value={share ?? 100} aria-label={label} animated={share === null} />
      </Progress.Root>
    </Stack>
  );
}

/** Percent; null where nobody knows. */
function shareDone({ progress, state }: Pick<ShownJob, 'progress' | 'state'>): number | null {
  if (state === 'queued') return 0;
  if (progress?.share !== undefined) return 100 * progress.share;
  if (progress === null || progress.totalSeconds === null || progress.totalSeconds === 0) return null;
  return Math.min(100, (100 * progress.mediaSeconds) / progress.totalSeconds);
}

function stageOf(job: Pick<ShownJob, 'progress' | 'state' | 'paused' | 'cancelRequested'>, label: string): string {
  if (job.cancelRequested) return text.stages.cancelling;
  if (job.paused) return text.stages.paused;
  if (job.state === 'queued') return text.stages.queued;
  return job.progress === null ? label : `${label}: ${text.steps[job.progress.stage] ?? job.progress.stage}`;
}
