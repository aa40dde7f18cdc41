import type { Readable } from 'node:stream';
import { VigilError } from '@vigil/contracts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';
import { labelsKey } from './labels-key.ts';

/**
 * Opens the `dataset.json` that an evaluation was measured on.
 *
 * @throws VigilError `not-found` before it is done and for evaluations from before labels were kept, `gone` where the file was removed
 */
export async function openLabels(
  { store, media }: ServerContext,
  id: string,
): Promise<{ readonly stream: Readable; readonly sizeBytes: number }> {
  const { state, labels } = await requireRecord(store.evaluations, 'evaluation', id);
  if (labels === null)
    throw new VigilError('not-found', `The evaluation ${id} is ${state} and has no labels kept`, { id, state });
  const file = await media.stat(labelsKey(id));
  if (file === null) throw new VigilError('gone', `The labels of the evaluation ${id} were removed`, { id });
  return { stream: await media.read(labelsKey(id)), sizeBytes: file.sizeBytes };
}
