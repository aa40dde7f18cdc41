import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { encodeColumn, surpriseForm, timeForm } from './column-code.ts';
import { footageGaps, usualDistance } from './footage-gaps.ts';
import { baseMs, cut, folded, type TimelineColumns } from './timeline-columns.ts';
import { chunkEntries, levelFactor, pairBytes, type TimelineHead, timelineMark } from './timeline-format.ts';
import type { TimelineSource } from './timeline-source.ts';

const compress = promisify(deflate);
/** A third of the time of the usual level, for a few per cent more bytes. */
const compression = { level: 4 };

/** One level and how long its stretches are, milliseconds. */
interface Level {
  readonly widthMs: number;
  readonly columns: TimelineColumns;
}

/** The file of a timeline, as {@link TimelineHead} describes it. Other work goes on in between. */
export async function encodeTimeline(source: TimelineSource): Promise<Uint8Array> {
  const { columns, thresholdSurprise, modalities } = source;
  const { seconds } = columns;
  const durationSeconds = Math.max(source.durationSeconds ?? 0, seconds.at(-1) ?? 0);
  const usualSeconds = usualDistance(seconds);
  const gaps = footageGaps(seconds, durationSeconds, usualSeconds);
  const parts: Uint8Array[] = [pairsOf(gaps.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]))];
  let bodyBytes = parts[0].length;
  const levels: TimelineHead['levels'] = [];
  for (const { widthMs, columns: own } of levelsOf(columns)) {
    const chunkCount = Math.ceil(own.seconds.length / chunkEntries);
    const indexAt = bodyBytes;
    let at = indexAt + (chunkCount + 1) * pairBytes;
    const index: [number, number][] = [];
    const chunks: Uint8Array[] = [];
    for (let first = 0; first < own.seconds.length; first += chunkEntries) {
      const chunk = await compress(chunkOf(cut(own, first, first + chunkEntries)), compression);
      index.push([own.seconds[first], at]);
      chunks.push(chunk);
      at += chunk.length;
    }
    index.push([Number.POSITIVE_INFINITY, at]);
    parts.push(pairsOf(index), ...chunks);
    bodyBytes = at;
    levels.push({ widthMs, entryCount: own.seconds.length, chunkCount, indexAt });
  }
  const head: TimelineHead = {
    format: 'vigil-timeline',
    formatVersion: 1,
    durationSeconds,
    thresholdSurprise,
    usualSeconds: Math.round(usualSeconds * 1000) / 1000,
    modalities: [...modalities],
    gapCount: gaps.length,
    levels,
    bodyBytes,
  };
  const headBytes = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(headBytes.length);
  return Buffer.concat([timelineMark, length, headBytes, ...parts]);
}

/** The frames, and what they fold into; a level that would have more than half of the entries of the one before is left out. */
function* levelsOf(frames: TimelineColumns): Generator<Level> {
  let level: Level = { widthMs: 0, columns: frames };
  yield level;
  for (let widthMs = baseMs * levelFactor; level.columns.seconds.length > chunkEntries; widthMs *= levelFactor) {
    const columns = folded(level.columns, widthMs);
    if (columns.seconds.length > level.columns.seconds.length / 2) continue;
    level = { widthMs, columns };
    yield level;
  }
}

function chunkOf({ seconds, lanes }: TimelineColumns): Uint8Array {
  const count = Buffer.alloc(4);
  count.writeUInt32LE(seconds.length);
  return Buffer.concat([count, encodeColumn(seconds, timeForm), ...lanes.map((lane) => encodeColumn(lane, surpriseForm))]);
}

function pairsOf(pairs: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = Buffer.alloc(pairs.length * pairBytes);
  for (const [place, [first, second]] of pairs.entries()) {
    bytes.writeDoubleLE(first, place * pairBytes);
    bytes.writeDoubleLE(second, place * pairBytes + 8);
  }
  return bytes;
}
