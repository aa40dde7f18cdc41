import type { AnalysisResult, Modality, ScoreTimeline } from '@vigil/contracts';

/** So many frames go into a page as they are: an hour and more. */
const mostFrames = 40_000;
/** About incidents all frames stay, seconds before and after. */
const roomSeconds = 15;

/** A timeline as a page draws it. */
export interface ThinTimeline {
  readonly timeline: ScoreTimeline;
  /** Length of the stretches that frames away from incidents are folded into, seconds; 0 where all are there. */
  readonly stretchSeconds: number;
  /** Median distance of the frames, seconds. */
  readonly usualSeconds: number;
  /** Entries further apart than this have no footage between them, seconds. */
  readonly longestStepSeconds: number;
}

/**
 * The timeline of a result with no more than some ten thousands of entries, so that the page of a day opens like that of a minute. About
 * incidents are all frames; elsewhere an entry is a stretch of time with the largest value of every sense, at the time of the largest of
 * all together, so that no peak is lost.
 */
export function thinTimeline({ timeline, incidents }: Pick<AnalysisResult, 'timeline' | 'incidents'>): ThinTimeline {
  const { seconds } = timeline;
  const usualSeconds = usualDistance(seconds);
  const longestStepSeconds = Math.max(1, 5 * usualSeconds);
  if (seconds.length <= mostFrames) return { timeline, stretchSeconds: 0, usualSeconds, longestStepSeconds };
  const near = nearIncidents(seconds, incidents);
  const stretchSeconds = Math.max(usualSeconds, (seconds[seconds.length - 1] - seconds[0]) / mostFrames);
  const groups: number[][] = [];
  let stretch = Number.NaN;
  for (const [frame, at] of seconds.entries()) {
    const own = near[frame] === 1 ? Number.NaN : Math.floor(at / stretchSeconds);
    if (own === stretch) groups[groups.length - 1].push(frame);
    else groups.push([frame]);
    stretch = own;
  }
  const fused = groups.map((frames) => largest(timeline.fused, frames) ?? 0);
  const lanes = Object.entries(timeline.modalities) as [Modality, readonly (number | null)[]][];
  return {
    timeline: {
      seconds: groups.map((frames, at) => seconds[frames.find((frame) => timeline.fused[frame] === fused[at]) ?? frames[0]]),
      fused,
      modalities: Object.fromEntries(
        lanes.map(([modality, values]) => [modality, groups.map((frames) => largest(values, frames))]),
      ),
    },
    stretchSeconds,
    usualSeconds,
    // neighbouring stretches have their entries up to two lengths apart
    longestStepSeconds: Math.max(longestStepSeconds, 2 * stretchSeconds),
  };
}

/** Frames about incidents; none where those alone would be too many. */
function nearIncidents(seconds: readonly number[], incidents: AnalysisResult['incidents']): Uint8Array {
  const near = new Uint8Array(seconds.length);
  for (const { startSeconds, endSeconds } of incidents) {
    const from = firstFrom(seconds, startSeconds - roomSeconds);
    near.fill(1, from, Math.max(from, firstFrom(seconds, endSeconds + roomSeconds)));
  }
  const count = near.reduce((sum, one) => sum + one, 0);
  return count <= mostFrames ? near : near.fill(0);
}

/** Index of the first time that is not before a moment. */
function firstFrom(seconds: readonly number[], moment: number): number {
  let [low, high] = [0, seconds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seconds[middle] < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

function largest(values: readonly (number | null)[], frames: readonly number[]): number | null {
  let most: number | null = null;
  for (const frame of frames) {
    const value = values[frame];
    if (value !== null && (most === null || value > most)) most = value;
  }
  return most;
}

function usualDistance(seconds: readonly number[]): number {
  if (seconds.length < 2) return 0;
  const distances = Float64Array.from({ length: seconds.length - 1 }, (_, at) => seconds[at + 1] - seconds[at]).toSorted();
  return distances[distances.length >> 1];
}
