import type { ProfileChange, ProfileRecord } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import { madeOnVersion } from '../http/if-match.ts';
import { changeRecord, withValues } from '../records/change-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Gives a profile another name. @throws VigilError `not-found`, `conflict`, `bad-request` */
export async function renameProfile(
  { store, audit }: ServerContext,
  { id, change, request }: { readonly id: string; readonly change: ProfileChange; readonly request: FastifyRequest },
): Promise<ProfileRecord> {
  const { version, name } = change;
  const madeOn = madeOnVersion(request, version);
  const { record, changed } = await changeRecord(store.profiles, id, madeOn, (profile) => withValues(profile, { name }));
  if (changed) await audit.enter(request, { action: 'profile.rename', target: `profile:${id}`, details: { name } });
  return record;
}
