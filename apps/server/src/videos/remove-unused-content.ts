import { originalKey, previewKey } from '@vigil/media-store';
import type { ServerContext } from '../server-context.ts';

/** An upload has stored its file before its record; within so long the record follows. */
export const recordFollowsMs = 600_000;

/**
 * Removes an original and its pictures where no record needs them. What was uploaded in the last ten minutes stays, as an upload may be
 * about to refer to it: the retention comes by again within a day.
 *
 * @param sha256 Of the content.
 * @param leaving How many of the records that speak of the content are about to go.
 * @returns Whether the original was removed.
 */
export async function removeUnusedContent(
  { store, media, clock }: Pick<ServerContext, 'store' | 'media' | 'clock'>,
  sha256: string,
  leaving: 0 | 1,
): Promise<boolean> {
  if ((await store.videos.count({ sha256, originalRemoved: false }, leaving + 1)) > leaving) return false;
  const isRemoved = await media.remove(originalKey(sha256), new Date(clock() - recordFollowsMs));
  if (isRemoved || (await media.stat(originalKey(sha256))) === null) await media.remove(previewKey(sha256));
  return isRemoved;
}
