import { Readable } from 'node:stream';
import { VigilError } from '@vigil/contracts';
import type { MediaFile, MediaStore } from '@vigil/media-store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { byteRange } from './byte-range.ts';
import { contentDisposition } from './content-disposition.ts';

/** A stored file as it is sent. */
export interface SentFile {
  readonly file: MediaFile;
  readonly contentType: string;
  /** Name under which a browser offers to save it. */
  readonly name: string;
  /** `attachment` is saved, `inline` shown; inline where left out. */
  readonly disposition?: 'inline' | 'attachment' | undefined;
}

/**
 * Sends a file of the media store, or the one range of it that is asked for (RFC 9110, 13 and 14): 200, 206, 304, and 416 with the size.
 * Clients ask each time whether their copy is still the same, and need not fetch it again.
 *
 * @throws VigilError `range-unsatisfiable`; `gone` where the file was removed a moment ago
 */
export async function sendFile(
  media: MediaStore,
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
  { file, contentType, name, disposition = 'inline' }: SentFile,
): Promise<FastifyReply> {
  const { sizeBytes, modifiedAt } = file;
  const tag = entityTag(file);
  const modified = new Date(Math.floor(Date.parse(modifiedAt) / 1000) * 1000).toUTCString();
  reply.headers({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'content-disposition': contentDisposition(disposition, name),
    etag: tag,
    'last-modified': modified,
  });
  if (isUnchanged(headers, tag, modified)) return await reply.code(304).send();
  const ifRange = headers['if-range'];
  const mayBePart = method === 'GET' && (ifRange === undefined || ifRange === tag || ifRange === modified);
  const range = mayBePart ? byteRange(headers.range, sizeBytes) : 'whole';
  if (range === 'unsatisfiable') {
    reply.removeHeader('content-disposition').header('content-range', `bytes */${sizeBytes}`);
    const message = `The range ${headers.range} lies outside of the ${sizeBytes} bytes of the file`;
    throw new VigilError('range-unsatisfiable', message, { sizeBytes });
  }
  const { start, end } = range === 'whole' ? { start: 0, end: sizeBytes - 1 } : range;
  // An empty stream keeps the length that is told: HEAD tells of a body and sends none.
  const body = method === 'HEAD' || sizeBytes === 0 ? Readable.from([]) : await openPart(media, file.key, { start, end });
  if (range !== 'whole') reply.code(206).header('content-range', `bytes ${start}-${end}/${sizeBytes}`);
  return await reply
    .type(contentType)
    .header('content-length', end - start + 1)
    .send(body);
}

async function openPart(media: MediaStore, key: string, range: { start: number; end: number }): Promise<Readable> {
  try {
    return await media.read(key, range);
  } catch (error) {
    if (!(error instanceof VigilError) || error.code !== 'not-found') throw error;
    throw new VigilError('gone', 'The file was removed', {}, error);
  }
}

/** A strong validator: originals are named by their content, and other files change with their size or time. */
function entityTag({ key, sizeBytes, modifiedAt }: MediaFile): string {
  const [area, , name] = key.split('/');
  if (area === 'originals') return `"${name}"`;
  return `"${sizeBytes.toString(36)}-${Date.parse(modifiedAt).toString(36)}"`;
}

/** Whether the copy of a client is the same (RFC 9110, 13.1.2 and 13.1.3). */
function isUnchanged(headers: FastifyRequest['headers'], tag: string, modified: string): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined)
    return known.trim() === '*' || known.split(',').some((text) => text.trim().replace(/^W\//, '') === tag);
  const since = headers['if-modified-since'];
  return since !== undefined && Date.parse(since) >= Date.parse(modified);
}
