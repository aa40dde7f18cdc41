import type { Readable } from 'node:stream';
import { VigilError } from '@vigil/contracts';
import { analysisKey } from '@vigil/media-store';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/**
 * Opens the complete result of an analysis as JSON.
 *
 * @throws VigilError `not-found` for an analysis that is not there or has no result yet, `gone` where its file was removed
 */
export async function openResult(
  { store, media }: ServerContext,
  id: string,
): Promise<{ readonly stream: Readable; readonly sizeBytes: number }> {
  const { state } = await requireRecord(store.analyses, 'analysis', id);
  const key = `${analysisKey(id)}/incidents.json`;
  const file = await media.stat(key);
  if (file !== null) return { stream: await media.read(key), sizeBytes: file.sizeBytes };
  if (state === 'done') throw new VigilError('gone', `The result of the analysis ${id} was removed`, { id });
  throw new VigilError('not-found', `The analysis ${id} is ${state} and has no result`, { id, state });
}
