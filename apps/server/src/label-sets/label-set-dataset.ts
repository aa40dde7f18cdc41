import { extname } from 'node:path';
import {
  type Dataset,
  type DatasetClip,
  type LabelledClip,
  type LabelledEvent,
  type LabelSet,
  type Video,
  VigilError,
} from '@vigil/contracts';

/** Rate that the frames of an exported set count in. */
const framesPerSecond = 25;
/** What a clip shows in which nothing happens. */
const normalLabel = 'normal';

/** A set as the data set that it is. */
export interface LabelSetDataset {
  readonly dataset: Dataset;
  /** The video behind each clip, in their order. */
  readonly videos: readonly Video[];
}

/**
 * A set in the form of `dataset.json`; clips are named after their videos. Where every clip shows one kind of event, or nothing, clips
 * are told apart by kind too.
 *
 * @throws VigilError `dataset-invalid` without a clip to measure on, or where a video was removed
 */
export function datasetOf({ name, clips }: LabelSet, videos: readonly Video[]): LabelSetDataset {
  const byId = new Map(videos.map((video) => [video.id, video]));
  if (!clips.some(({ use }) => use === 'measure')) {
    throw new VigilError('dataset-invalid', `The label set ${name} has no clip to measure on`, { labelSet: name });
  }
  const named = clips.map((clip) => {
    const video = byId.get(clip.videoId);
    if (video !== undefined && !video.originalRemoved) return { clip, video };
    const problem = `A video of the label set ${name} was removed; take it out of the set`;
    throw new VigilError('dataset-invalid', problem, { labelSet: name, videoId: clip.videoId });
  });
  const isByKind = clips.every((clip) => kindsOf(clip).length <= 1) && clips.some((clip) => kindsOf(clip).length === 1);
  return {
    dataset: {
      name,
      task: isByKind ? 'event' : 'one-class',
      framesPerSecond,
      clips: named.map(({ clip, video }) => clipOf(clip, video, isByKind)),
    },
    videos: named.map(({ video }) => video),
  };
}

function kindsOf({ events }: LabelledClip): string[] {
  return [...new Set(events.map(({ kind }) => kind))];
}

function clipOf(clip: LabelledClip, { id, name, durationSeconds }: Video, isByKind: boolean): DatasetClip {
  const file = `clips/${id}${/^\.[A-Za-z0-9]{1,8}$/.test(extname(name)) ? extname(name).toLowerCase() : ''}`;
  return {
    file,
    split: clip.use === 'learn' ? 'train' : 'test',
    ...(isByKind ? { label: kindsOf(clip)[0] ?? normalLabel } : {}),
    anomalousFrames: framesOf(clip.events),
    events: clip.events,
    name,
    ...(durationSeconds !== null && durationSeconds > 0 ? { durationSeconds } : {}),
  };
}

/** Events as ranges of frames in order; those that meet are one. */
function framesOf(events: readonly LabelledEvent[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const { startSeconds, endSeconds } of events.toSorted((one, other) => one.startSeconds - other.startSeconds)) {
    const first = Math.floor(startSeconds * framesPerSecond);
    const last = Math.max(first, Math.ceil(endSeconds * framesPerSecond) - 1);
    const before = ranges.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else ranges.push([first, last]);
  }
  return ranges;
}
