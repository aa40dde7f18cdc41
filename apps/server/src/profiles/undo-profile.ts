import { buffer } from 'node:stream/consumers';
import { type ProfileRecord, type ProfileRevision, type ProfileUndo, VigilError } from '@vigil/contracts';
import { decodeProfile } from '@vigil/pipeline';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { madeOnVersion } from '../http/if-match.ts';
import { changeRecord } from '../records/change-record.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';
import { findRevision } from './find-revision.ts';
import { refuseWhileLearning } from './refuse-while-learning.ts';

/** Who goes back to what. */
export interface UndoOrder {
  readonly id: string;
  readonly undo: ProfileUndo;
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

/** A profile remembers so many revisions. */
const keptRevisions = 50;

/**
 * Takes a profile back to a revision that is kept; that is a new revision, so that it can be undone too.
 *
 * @throws VigilError `not-found` for a revision that is not kept, `conflict` while it learns, `gone` where the file was removed,
 * `profile-unreadable`, `profile-mismatch`
 */
export async function undoProfile(context: ServerContext, { id, undo, caller, request }: UndoOrder): Promise<ProfileRecord> {
  const { store, audit, clock } = context;
  const madeOn = madeOnVersion(request, undo.version);
  const target = findRevision(await requireRecord(store.profiles, 'profile', id), undo.revision);
  const facts = await factsOf(context, target);
  const at = new Date(clock()).toISOString();
  const { record, changed } = await changeRecord(store.profiles, id, madeOn, (profile): ProfileRecord | null => {
    refuseWhileLearning(profile);
    if (profile.profileVersion === target.profileVersion) return null;
    const entry: ProfileRevision = {
      ...target,
      revision: profile.revision + 1,
      change: 'undone',
      summary: `Back to revision ${target.revision}: ${target.summary.replace(/^(?:Back to revision \d+: )+/, '')}`,
      at,
      by: caller.userId,
    };
    const { revision, profileVersion, fileKey } = entry;
    const revisions = [...profile.revisions, entry].slice(-keptRevisions);
    return { ...profile, ...facts, state: 'ready', problem: null, revision, profileVersion, fileKey, revisions };
  });
  if (changed) {
    const details = { revision: undo.revision, profileVersion: target.profileVersion };
    await audit.enter(request, { action: 'profile.undo', target: `profile:${id}`, details });
  }
  return record;
}

async function factsOf({ media }: ServerContext, { fileKey, revision }: ProfileRevision) {
  if ((await media.stat(fileKey)) === null) {
    throw new VigilError('gone', `The file of revision ${revision} was removed`, { revision });
  }
  const bytes = await buffer(await media.read(fileKey));
  const { sources, calibrationSeconds } = decodeProfile(bytes, `revision ${revision}`);
  return {
    sources: [...sources],
    calibrationSeconds,
    sizeBytes: bytes.length,
  };
}
