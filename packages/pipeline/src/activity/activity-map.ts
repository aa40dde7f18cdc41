import { gunzipSync, gzipSync } from 'node:zlib';
import { VigilError } from '@vigil/contracts';
import { cellCount, type FeatureGrid, type FeatureSource } from '@vigil/detection';

/** Where things moved, and when: for every stretch of time the fastest motion of every cell. */
export interface ActivityMap {
  readonly grid: FeatureGrid;
  /** Length of a stretch, seconds; stretch `n` begins at `n` times that. */
  readonly stretchSeconds: number;
  /** `[stretches, rows, columns]`: fastest motion of a cell, as {@link speedOf} reads it; 0 where nothing moved. */
  readonly cells: Uint8Array;
}

/** A recording has so many stretches at most: one a second up to five and a half hours, longer ones after that. */
const mostStretches = 20_000;
/** Motion that is the largest value, picture heights a second. */
const largestSpeed = 2;
const format = 'vigil-activity';
const formatVersion = 1;
/** Largest map, and its head. */
const mostBytes = 64 * 2 ** 20;

/** Goes through what was extracted from a recording and keeps where it moved. */
export async function activityMapOf(
  { grid, records }: Pick<FeatureSource, 'records'> & { readonly grid: FeatureGrid },
  seconds: number,
): Promise<ActivityMap> {
  const stretchSeconds = Math.max(1, Math.ceil(seconds / mostStretches));
  const count = Math.floor(Math.max(0, seconds) / stretchSeconds) + 1;
  const perStretch = cellCount(grid);
  const cells = new Uint8Array(count * perStretch);
  for await (const { seconds: at, motion } of records()) {
    const stretch = Math.floor(at / stretchSeconds);
    if (motion === null || stretch < 0 || stretch >= count) continue;
    for (const [place, cell] of motion.cells.entries()) {
      const value = byteOf(Math.hypot(motion.velocityX[place], motion.velocityY[place]));
      const index = stretch * perStretch + cell;
      if (value > cells[index]) cells[index] = value;
    }
  }
  return { grid, stretchSeconds, cells };
}

/** Motion of a value of a map, picture heights a second. */
export function speedOf(value: number): number {
  return largestSpeed * (value / 255) ** 2;
}

/** Slow motion has finer steps than fast. */
function byteOf(speed: number): number {
  return Math.max(1, Math.round(255 * Math.sqrt(Math.min(1, speed / largestSpeed))));
}

/** The map as bytes: a line of JSON and the cells, compressed. */
export function encodeActivityMap({ grid, stretchSeconds, cells }: ActivityMap): Uint8Array {
  const head = Buffer.from(`${JSON.stringify({ format, formatVersion, ...grid, stretchSeconds, bytes: cells.length })}\n`);
  return gzipSync(Buffer.concat([head, cells]), { level: 6 });
}

/** Reads a map. @throws VigilError `internal` where the bytes are none */
export function decodeActivityMap(bytes: Uint8Array): ActivityMap {
  try {
    const whole = gunzipSync(bytes, { maxOutputLength: mostBytes });
    const end = whole.indexOf(10);
    const head = JSON.parse(whole.toString('utf8', 0, end)) as Record<string, number | string>;
    const [columns, rows, aspect, stretchSeconds] = [head.columns, head.rows, head.aspect, head.stretchSeconds].map(Number);
    const cells = new Uint8Array(whole.subarray(end + 1));
    if (head.format !== format || head.formatVersion !== formatVersion || cells.length !== head.bytes)
      throw new Error(`it is ${String(head.format)} ${String(head.formatVersion)} of ${cells.length} cells`);
    if (cells.length % (columns * rows) !== 0 || !(stretchSeconds > 0)) throw new Error('its sizes do not fit');
    return { grid: { columns, rows, aspect }, stretchSeconds, cells };
  } catch (cause) {
    throw new VigilError('internal', 'The record of where things moved is damaged; analyse the video again', {}, cause);
  }
}
