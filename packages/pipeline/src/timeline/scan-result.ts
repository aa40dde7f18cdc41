import { Readable } from 'node:stream';
import { modalities, type Modality, VigilError } from '@vigil/contracts';
import { parser, type Token } from 'stream-json/parser.js';
import { GrowingColumn } from './growing-column.ts';
import type { TimelineSource } from './timeline-source.ts';

/**
 * Reads the timeline out of a stored result, of any length, as it comes: nothing else of it is kept.
 *
 * @throws VigilError `file-unreadable` where there is no whole timeline in it; what the stream throws
 */
export async function scanResult(content: AsyncIterable<Uint8Array>): Promise<TimelineSource> {
  const { columns, numbers } = await wantedOf(content);
  const seconds = columns.get('timeline/seconds')?.values();
  const fused = columns.get('timeline/fused')?.values();
  const thresholdSurprise = numbers.get('budget/thresholdSurprise');
  const named = modalities.flatMap((modality) => {
    const values = columns.get(`timeline/modalities/${modality}`)?.values();
    return values === undefined ? [] : [[modality, values] as const satisfies readonly [Modality, Float64Array]];
  });
  if (seconds === undefined || fused === undefined || thresholdSurprise === undefined) throw damaged('it has no whole timeline');
  const lanes = [fused, ...named.map(([, values]) => values)];
  if (lanes.some(({ length }) => length !== seconds.length)) throw damaged('lanes of its timeline differ in length');
  if ([seconds, fused].some((values) => values.includes(Number.NaN))) throw damaged('its timeline holds what are no numbers');
  const durationSeconds = numbers.get('source/durationSeconds') ?? null;
  return { durationSeconds, thresholdSurprise, modalities: named.map(([modality]) => modality), columns: { seconds, lanes } };
}

const columnPath = /^timeline\/(?:seconds|fused|modalities\/\w+)$/;

/** Columns of the timeline, with NaN for what is no number, and numbers that are fields; both by their names joined by slashes. */
async function wantedOf(content: AsyncIterable<Uint8Array>) {
  const columns = new Map<string, GrowingColumn>();
  const numbers = new Map<string, number>();
  /** Where the parser is: a name for each object around it, null for each array. */
  const path: (string | null)[] = [];
  let column: GrowingColumn | null = null;
  for await (const token of tokensOf(content)) {
    switch (token.name) {
      case 'startObject':
        path.push('');
        break;
      case 'keyValue':
        path[path.length - 1] = token.value;
        break;
      case 'startArray': {
        const name = path.join('/');
        column = columnPath.test(name) && !path.includes(null) ? new GrowingColumn() : null;
        if (column !== null) columns.set(name, column);
        path.push(null);
        break;
      }
      case 'endObject':
      case 'endArray':
        path.pop();
        column = null;
        break;
      case 'numberValue':
        if (column !== null) column.add(Number(token.value));
        else if (path.length === 2 && !path.includes(null)) numbers.set(path.join('/'), Number(token.value));
        break;
      case 'nullValue':
        column?.add(Number.NaN);
        break;
      default:
        break;
    }
  }
  return { columns, numbers };
}

/** @throws VigilError `file-unreadable` where it is no whole JSON; what the stream throws */
async function* tokensOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Token> {
  const source = Readable.from(content, { objectMode: false });
  const tokens = source.compose(parser.asStream({ streamValues: false }));
  try {
    for await (const token of tokens) yield token as Token;
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith('Parser ')) throw damaged('it is no whole JSON', cause);
    throw cause;
  }
}

function damaged(why: string, cause?: unknown): VigilError {
  return new VigilError('file-unreadable', `The result is damaged: ${why}; analyse the video again`, {}, cause);
}
