import type { Readable } from 'node:stream';
import { VigilError } from '@vigil/contracts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';
import { outcomeKey } from './outcome-key.ts';

/** Opens what an evaluation has found, as JSON. @throws VigilError `not-found` before it is done, `gone` where the file was removed */
export async function openOutcome(
  { store, media }: ServerContext,
  id: string,
): Promise<{ readonly stream: Readable; readonly sizeBytes: number }> {
  const { state } = await requireRecord(store.evaluations, 'evaluation', id);
  if (state !== 'done') throw new VigilError('not-found', `The evaluation ${id} is ${state} and has no result`, { id, state });
  const file = await media.stat(outcomeKey(id));
  if (file === null) throw new VigilError('gone', `The result of the evaluation ${id} was removed`, { id });
  return { stream: await media.read(outcomeKey(id)), sizeBytes: file.sizeBytes };
}
