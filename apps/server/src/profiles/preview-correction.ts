import type { Correction } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { submitCorrectionPreview } from '../jobs/submit-correction.ts';
import type { ServerContext } from '../server-context.ts';

/** Who calls what normal. */
export interface CorrectionOrder {
  readonly profileId: string;
  readonly incidentIds: readonly string[];
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

/** Has a job work out what calling incidents normal would change. @throws VigilError `not-found`, `profile-missing` where the profile has learned nothing */
export async function previewCorrection(
  context: ServerContext,
  { profileId, incidentIds, caller, request }: CorrectionOrder,
): Promise<Correction> {
  const unique = [...new Set(incidentIds)];
  const { correction } = await submitCorrectionPreview(context, { profileId, incidentIds: unique, createdBy: caller.userId });
  const details = { profileId, incidentIds: unique };
  await context.audit.enter(request, { action: 'correction.preview', target: `correction:${correction.id}`, details });
  return correction;
}
