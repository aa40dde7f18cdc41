import { VigilError } from '@vigil/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The version that a change was made on, from `If-Match` or the body; undefined where neither names one.
 *
 * @throws VigilError `bad-request` for a header that names no version, `conflict` for two versions
 */
export function madeOnVersion({ headers }: FastifyRequest, inBody: number | undefined): number | undefined {
  const header = headers['if-match'];
  if (header === undefined || header === '*') return inBody;
  const digits = /^"?(\d{1,15})"?$/.exec(header)?.[1];
  if (digits === undefined) {
    throw new VigilError('bad-request', `If-Match is the version in quotes, such as "3", not ${header.slice(0, 60)}`);
  }
  const version = Number(digits);
  if (inBody !== undefined && inBody !== version) {
    throw new VigilError(
      'conflict',
      `If-Match names version ${version} and the body version ${inBody}: one of them is not stored`,
    );
  }
  return version;
}

/** Names the version of the record in a reply, for `If-Match`. */
export function tellVersion<R extends { readonly version: number }>(reply: FastifyReply, record: R): R {
  reply.header('etag', `"${record.version}"`);
  return record;
}
