import type { ProfileCreation, ProfileRecord } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { submitLearning } from '../jobs/submit-learning.ts';
import type { ServerContext } from '../server-context.ts';

/** Who has what learned. */
export interface ProfileCreationOrder {
  readonly creation: ProfileCreation;
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

/** Makes a profile that is learned from footage by a job. @throws VigilError `not-found`, `gone`, `not-media`, `bad-request` */
export async function createProfile(
  context: ServerContext,
  { creation: { name, footage }, caller, request }: ProfileCreationOrder,
): Promise<ProfileRecord> {
  const learning = { profileId: null, name, footage, extend: false, requestedBy: caller.userId };
  const { profile } = await submitLearning(context, learning);
  await context.audit.enter(request, { action: 'profile.create', target: `profile:${profile.id}`, details: { name, footage } });
  return profile;
}
