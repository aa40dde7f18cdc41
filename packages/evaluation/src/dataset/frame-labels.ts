import type { DatasetClip } from '@vigil/contracts';

/**
 * Label of every frame of a clip: 1 where a labelled range covers it, 0 elsewhere. Ranges that reach beyond the clip are
 * cut. An `anomalousFrames` that is absent means no label, an empty one means wholly normal.
 *
 * @returns null for a clip without frame labels
 */
export function frameLabels(clip: DatasetClip, frames: number): Uint8Array | null {
  const ranges = clip.anomalousFrames ?? [clip.fallingFrames, clip.lyingFrames].filter((range) => range !== undefined);
  if (clip.anomalousFrames === undefined && ranges.length === 0) return null;
  const labels = new Uint8Array(frames);
  for (const [first, last] of ranges) labels.fill(1, first, last + 1);
  return labels;
}
