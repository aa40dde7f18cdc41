import { SoundLearner } from '../sound/sound-learner.ts';
import type { SoundNormality } from '../sound/sound-normality.ts';
import { type LearningSource, segmentIn } from './learning-source.ts';

/** Learns how the sources sound; null where none was ever heard. */
export async function learnSound(
  sources: readonly LearningSource[],
  previous: SoundNormality | null,
): Promise<SoundNormality | null> {
  const learner = new SoundLearner(previous);
  for (const own of sources) {
    const { sound, name } = own.source;
    if (sound?.track.state !== 'used') continue;
    for await (const sample of sound.samples()) learner.push(sample, name, segmentIn(own, sample.seconds));
  }
  return learner.finish();
}
