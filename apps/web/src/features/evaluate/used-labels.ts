import type { components } from '../../lib/api/generated/api.ts';
import { mediaTime } from '../../lib/format/media-time.ts';
import { evaluate } from '../../messages/en/evaluate.ts';

/** The labels that an evaluation measured. */
export type UsedDataset = components['schemas']['Dataset'];

type Clip = UsedDataset['clips'][number];

const text = evaluate.measured;

/** What happens in a clip, in words: with times where they are known, in frames where they are not. */
export function eventsOf(clip: Clip, framesPerSecond: number | null): readonly string[] {
  const { events, anomalousFrames, fallingFrames, lyingFrames } = clip;
  if (clip.split === 'train') return [text.noEvents];
  if (events !== undefined && events.length > 0)
    return events.map(({ startSeconds, endSeconds, kind }) =>
      text.event(mediaTime(startSeconds, 1), mediaTime(endSeconds, 1), evaluate.labels.kinds[kind] ?? kind),
    );
  const ranges = anomalousFrames ?? [fallingFrames, lyingFrames].filter((range) => range !== undefined);
  if (anomalousFrames === undefined && ranges.length === 0) return [text.unlabelled];
  if (ranges.length === 0) return [text.noEvents];
  return (ranges as readonly (readonly number[])[]).map(([first = 0, last = 0]) =>
    framesPerSecond === null
      ? text.frames(first, last)
      : text.event(mediaTime(first / framesPerSecond, 1), mediaTime((last + 1) / framesPerSecond, 1), null),
  );
}
