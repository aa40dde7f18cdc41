import { copyFile, link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { originalKey, type MediaStore } from '@vigil/media-store';
import type { LabelSetDataset } from './label-set-dataset.ts';

/** Writes a set as a folder that evaluations read: `dataset.json`, and the clips as further names of the stored originals. */
export async function layOutDataset(
  media: Pick<MediaStore, 'pathOf'>,
  { dataset, videos }: LabelSetDataset,
  folder: string,
): Promise<void> {
  // what an earlier attempt left
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [index, { file }] of dataset.clips.entries()) {
    const video = videos[index];
    if (video === undefined) continue;
    const original = await media.pathOf(originalKey(video.sha256));
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    // another name costs no space, but only where both are on one file system
    await link(original, path).catch(() => copyFile(original, path));
  }
  await writeFile(join(folder, 'dataset.json'), JSON.stringify(dataset));
}
