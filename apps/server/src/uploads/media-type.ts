import { open } from 'node:fs/promises';

/** Media types by FFmpeg's name of the container, as far as they have one that is registered or in general use. */
const types: Readonly<Record<string, string>> = {
  avi: 'video/x-msvideo',
  mpegts: 'video/mp2t',
  mpeg: 'video/mpeg',
  mpegvideo: 'video/mpeg',
  flv: 'video/x-flv',
  asf: 'video/x-ms-asf',
  ogg: 'video/ogg',
  h264: 'video/h264',
  hevc: 'video/h265',
  mjpeg: 'video/x-motion-jpeg',
  m4v: 'video/mpeg',
  mxf: 'application/mxf',
};
const headBytes = 4096;

/**
 * Media type of a video by its content.
 *
 * @param container FFmpeg's names of the container, separated by commas; it cannot tell apart those of one family.
 * @returns `application/octet-stream` for containers without a type.
 */
export async function mediaTypeOf(path: string, container: string): Promise<string> {
  const names = container.split(',');
  if (!names.includes('mov') && !names.includes('matroska')) return types[names[0]] ?? 'application/octet-stream';
  const head = await readHead(path);
  if (names.includes('matroska')) return head.includes('webm') ? 'video/webm' : 'video/x-matroska';
  // ISO/IEC 14496-12, 4.3: the major brand follows the type of the first box; QuickTime's is "qt  ".
  const isQuickTime = head.subarray(4, 8).toString('latin1') !== 'ftyp' || head.subarray(8, 12).toString('latin1') === 'qt  ';
  return isQuickTime ? 'video/quicktime' : 'video/mp4';
}

async function readHead(path: string): Promise<Buffer> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
  return buffer.subarray(0, bytesRead);
}
