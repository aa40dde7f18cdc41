import { createHash } from 'node:crypto';
import type { Dataset, DatasetClip } from '@vigil/contracts';

/**
 * SHA-256 of the labels of a data set, lower-case hexadecimal: of all that figures depend on beside the footage, and of nothing else.
 * Names, notes, the order of the clips and the layout of the file do not change it. It is taken of the JSON text of
 * `[task, framesPerSecond, clips]`, clips in the order of their files, each as
 * `[file, split, label, anomalousFrames, fallingFrames, lyingFrames, hardNegative, activity]`; what is left out is null, `test` and false.
 */
export function labelsHash({ task, framesPerSecond, clips }: Dataset): string {
  const inOrder = clips.toSorted((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0));
  return sha256Of(JSON.stringify([task, framesPerSecond ?? null, inOrder.map(labelsOf)]));
}

function labelsOf(clip: DatasetClip): unknown[] {
  const { file, split, label, anomalousFrames, fallingFrames, lyingFrames, hardNegative, activity } = clip;
  return [
    file,
    split ?? 'test',
    label ?? null,
    anomalousFrames ?? null,
    fallingFrames ?? null,
    lyingFrames ?? null,
    hardNegative ?? false,
    activity ?? null,
  ];
}

/** SHA-256 of a text in UTF-8, lower-case hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
