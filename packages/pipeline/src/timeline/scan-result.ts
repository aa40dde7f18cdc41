import { modalities, type Modality, VigilError } from '@vigil/contracts';
import { GrowingColumn } from './growing-column.ts';
import { JsonScanner } from './json-scanner.ts';
import type { TimelineSource } from './timeline-source.ts';

/**
 * Reads the timeline out of a stored result, of any length, as it comes: nothing else of it is kept.
 *
 * @throws VigilError `file-unreadable` where there is no whole timeline in it; what the stream throws
 */
export async function scanResult(content: AsyncIterable<Uint8Array>): Promise<TimelineSource> {
  const columns = new Map<string, GrowingColumn>();
  let durationSeconds: number | null = null;
  let thresholdSurprise = Number.NaN;
  const scanner = new JsonScanner({
    columnAt: (path) => {
      if (!/^timeline\/(?:seconds|fused|modalities\/\w+)$/.test(path)) return null;
      const column = new GrowingColumn();
      columns.set(path.slice('timeline/'.length), column);
      return column;
    },
    onNumber: (path, value) => {
      if (path === 'source/durationSeconds') durationSeconds = value;
      if (path === 'budget/thresholdSurprise') thresholdSurprise = value;
    },
  });
  for await (const part of content) scanner.take(part);
  const seconds = columns.get('seconds')?.values();
  const fused = columns.get('fused')?.values();
  const named = modalities.flatMap((modality) => {
    const values = columns.get(`modalities/${modality}`)?.values();
    return values === undefined ? [] : [[modality, values] as const satisfies readonly [Modality, Float64Array]];
  });
  if (!scanner.isComplete || seconds === undefined || fused === undefined || Number.isNaN(thresholdSurprise))
    throw damaged('it has no whole timeline');
  const lanes = [fused, ...named.map(([, values]) => values)];
  if (lanes.some(({ length }) => length !== seconds.length)) throw damaged('lanes of its timeline differ in length');
  if ([seconds, fused].some((values) => values.includes(Number.NaN))) throw damaged('its timeline holds what are no numbers');
  return { durationSeconds, thresholdSurprise, modalities: named.map(([modality]) => modality), columns: { seconds, lanes } };
}

function damaged(why: string): VigilError {
  return new VigilError('file-unreadable', `The result is damaged: ${why}; analyse the video again`);
}
