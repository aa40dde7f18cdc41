import type { SoundFeatures } from '../features/sound-features.ts';
import type { SoundNormality } from '../sound/sound-normality.ts';
import { SoundScorer } from '../sound/sound-scorer.ts';
import { SoundScoreTrack } from './sound-scores.ts';

/**
 * Measures all sound of a source against what is normal for it; null where it has none, or nothing was learned.
 *
 * @param segmentOf - segment of the learned footage that a time belongs to, where the source is part of what was learned
 */
export async function scoreSound(
  sound: SoundFeatures | undefined,
  normality: SoundNormality | null,
  segmentOf?: (seconds: number) => number,
): Promise<SoundScoreTrack | null> {
  if (sound?.track.state !== 'used' || normality === null) return null;
  const scorer = new SoundScorer(normality);
  const track = new SoundScoreTrack();
  for await (const sample of sound.samples()) track.push(sample.seconds, scorer.scores(sample, segmentOf?.(sample.seconds)));
  return track;
}
