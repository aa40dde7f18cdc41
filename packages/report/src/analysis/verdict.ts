import type { AnalysisResult } from '@vigil/contracts';
import { formatDuration } from '../format/time.ts';
import { countOf } from '../format/words.ts';

/** Length of the footage, seconds: what the container says, else the time of the last analysed frame. */
export function footageSeconds(result: AnalysisResult): number {
  return result.source.durationSeconds ?? result.timeline.seconds.at(-1) ?? 0;
}

/** The whole answer in one plain sentence: how many incidents, in how much footage, against what baseline. */
export function verdictSentence(result: AnalysisResult): string {
  const count = result.incidents.length;
  const footage = formatDuration(footageSeconds(result));
  const found =
    count === 0 ? `Nothing out of the ordinary in ${footage} of video` : `${countOf(count, 'incident')} in ${footage} of video`;
  return `${found}, measured against ${baselineWords(result)}.`;
}

function baselineWords(result: AnalysisResult): string {
  if (result.baseline === 'self') return 'the rest of the same video';
  return result.profile === null ? 'a learned profile' : `the learned profile “${result.profile.name}”`;
}
