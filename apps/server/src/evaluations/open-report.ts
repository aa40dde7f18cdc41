import type { Readable } from 'node:stream';
import { VigilError } from '@vigil/contracts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Opens the page of an evaluation. @throws VigilError `not-found` before it is done, `gone` where the file was removed */
export async function openReport(
  { store, media }: ServerContext,
  id: string,
): Promise<{ readonly stream: Readable; readonly sizeBytes: number }> {
  const { state, reportKey } = await requireRecord(store.evaluations, 'evaluation', id);
  if (reportKey === null) throw new VigilError('not-found', `The evaluation ${id} is ${state} and has no report`, { id, state });
  const file = await media.stat(reportKey);
  if (file === null) throw new VigilError('gone', `The report of the evaluation ${id} was removed`, { id });
  return { stream: await media.read(reportKey), sizeBytes: file.sizeBytes };
}
