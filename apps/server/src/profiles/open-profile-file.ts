import type { Readable } from 'node:stream';
import { VigilError } from '@vigil/contracts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';
import { findRevision } from './find-revision.ts';

/** The bytes of a profile, as `vigil` reads them. */
export interface ProfileFile {
  readonly stream: Readable;
  readonly sizeBytes: number;
  /** Safe in headers and file systems. */
  readonly fileName: string;
}

/**
 * Opens the file of a profile.
 *
 * @param revision A kept revision; undefined for the newest.
 * @throws VigilError `not-found` where there is none yet, `gone` where it was removed
 */
export async function openProfileFile({ store, media }: ServerContext, id: string, revision?: number): Promise<ProfileFile> {
  const profile = await requireRecord(store.profiles, 'profile', id);
  const { fileKey, profileVersion } = revision === undefined ? profile : findRevision(profile, revision);
  if (fileKey === null) throw new VigilError('not-found', `The profile ${profile.name} has learned nothing yet`, { id });
  const file = await media.stat(fileKey);
  if (file === null) throw new VigilError('gone', `The file of the profile ${profile.name} was removed`, { id });
  const name = profile.name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '') || 'profile';
  return {
    stream: await media.read(fileKey),
    sizeBytes: file.sizeBytes,
    fileName: `${name}.${profileVersion ?? id}.vigil-profile`,
  };
}
