import { join } from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import { type RgbFrame, VigilError } from '@vigil/contracts';
import { encodeJpeg, openFrames } from '@vigil/media';
import { previewKey } from '@vigil/media-store';
import { writeFailure } from '@vigil/pipeline';
import { type JobRunOf, originalOf, requireVideo } from './job-run.ts';
import { isDue, secondsPerTile, type SpriteGeometry, spriteGeometry, tileLongSidePixels } from './sprite-geometry.ts';

/** Long side of the poster at most, pixels. */
const posterLongSidePixels = 1280;
/** The poster shows the video after so long, or its first picture where it is shorter: many begin in black. */
const posterSeconds = 1;

/** Makes the poster and the sprite of a video. What native code reads it runs in a process of its own. */
export async function runPreviews(run: JobRunOf<'make-previews'>): Promise<void> {
  const { context, lease, payload } = run;
  const { media } = context;
  const video = await requireVideo(context, payload.videoId);
  const key = previewKey(video.sha256);
  if (await media.stat(`${key}/sprite.json`)) return;
  const { path } = await originalOf(context, video);
  const stopped = new AbortController();
  const unlisten = lease.onEnd(() => stopped.abort());
  try {
    const folder = join(run.workFolder, 'previews');
    const poster = await makePoster(path, stopped.signal);
    const sprite = await makeSprite(path, poster.durationSeconds, stopped.signal);
    await writeAll(folder, {
      'poster.jpg': poster.jpeg,
      'sprite.jpg': sprite.jpeg,
      'sprite.json': `${JSON.stringify(sprite.geometry)}\n`,
    });
    lease.requireHeld();
    await media.adopt(folder, key);
  } finally {
    unlisten();
  }
}

async function makePoster(file: string, signal: AbortSignal): Promise<{ jpeg: Uint8Array; durationSeconds: number | null }> {
  await using source = await openFrames(file, { colourLongSidePixels: posterLongSidePixels, signal });
  let poster: RgbFrame | null = null;
  for await (const frame of source) {
    if (poster !== null && frame.timeSeconds < posterSeconds) continue;
    poster = await frame.colour();
    if (frame.timeSeconds >= posterSeconds) break;
  }
  return { jpeg: await encodeJpeg(requirePicture(poster, file)), durationSeconds: source.info.durationSeconds };
}

async function makeSprite(
  file: string,
  durationSeconds: number | null,
  signal: AbortSignal,
): Promise<{ jpeg: Uint8Array; geometry: SpriteGeometry }> {
  const everySeconds = secondsPerTile(durationSeconds);
  await using source = await openFrames(file, {
    analysisFramesPerSecond: Math.min(10, 2 / everySeconds),
    grayLongSidePixels: tileLongSidePixels,
    colourLongSidePixels: tileLongSidePixels,
    signal,
  });
  const tiles: RgbFrame[] = [];
  for await (const frame of source) if (isDue(tiles.length, frame.timeSeconds, everySeconds)) tiles.push(await frame.colour());
  const geometry = spriteGeometry(tiles.length, requirePicture(tiles.at(0) ?? null, file), everySeconds);
  return { jpeg: await encodeJpeg(joined(tiles, geometry), 75), geometry };
}

/** Copies tiles into one picture, row by row. */
function joined(tiles: readonly RgbFrame[], { tileWidth, tileHeight, columns, rows }: SpriteGeometry) {
  const width = columns * tileWidth;
  const data = new Uint8Array(width * rows * tileHeight * 3);
  for (const [number, tile] of tiles.entries()) {
    const [left, top] = [(number % columns) * tileWidth, Math.floor(number / columns) * tileHeight];
    for (let y = 0; y < tileHeight; y += 1) {
      const line = tile.data.subarray(y * tileWidth * 3, (y + 1) * tileWidth * 3);
      data.set(line, ((top + y) * width + left) * 3);
    }
  }
  return { width, height: rows * tileHeight, data };
}

function requirePicture(picture: RgbFrame | null, file: string): RgbFrame {
  if (picture) return picture;
  throw new VigilError('file-truncated', 'The video holds no picture that can be decoded', { file });
}

async function writeAll(folder: string, files: Readonly<Record<string, Uint8Array | string>>): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  } catch (cause) {
    throw writeFailure(folder, cause);
  }
}
