import type { ProfileLearning, ProfileRecord } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { submitLearning } from '../jobs/submit-learning.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';
import { refuseWhileLearning } from './refuse-while-learning.ts';

/** Who has what learned. */
export interface LearningOrder {
  readonly id: string;
  readonly learning: ProfileLearning;
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

/** Extends a profile with footage, or learns it anew, by a job. @throws VigilError `not-found`, `conflict` while it learns, `gone`, `not-media`, `bad-request` */
export async function teachProfile(
  context: ServerContext,
  { id, learning: { mode, footage }, caller, request }: LearningOrder,
): Promise<ProfileRecord> {
  const { name } = refuseWhileLearning(await requireRecord(context.store.profiles, 'profile', id));
  const learning = { profileId: id, name, footage, extend: mode === 'extend', requestedBy: caller.userId };
  const { profile } = await submitLearning(context, learning);
  await context.audit.enter(request, { action: `profile.${mode}`, target: `profile:${id}`, details: { footage } });
  return profile;
}
