import type { Analysis, AnalysisSubmissionRequest } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { submitAnalysis } from '../jobs/submit-analysis.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';
import { readSettings } from '../settings/read-settings.ts';

/** Who asks for what. */
export interface AnalysisOrder {
  readonly videoId: string;
  readonly order: AnalysisSubmissionRequest;
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

/**
 * Queues the analysis of a video; one of the same that has not ended is the answer.
 *
 * @throws VigilError `not-found`, `gone`, `not-media`, `profile-missing`
 */
export async function analyseAgain(
  context: ServerContext,
  { videoId, order, caller, request }: AnalysisOrder,
): Promise<Analysis> {
  const { store, audit } = context;
  const video = await requireRecord(store.videos, 'video', videoId);
  const budgetIncidentsPerDay = order.budgetIncidentsPerDay ?? (await readSettings(store)).defaultBudgetIncidentsPerDay;
  const profileId = order.profileId ?? null;
  const { analysis, added } = await submitAnalysis(context, {
    video,
    profileId,
    budgetIncidentsPerDay,
    requestedBy: caller.userId,
  });
  if (added) {
    const details = { analysisId: analysis.id, profileId, budgetIncidentsPerDay };
    await audit.enter(request, { action: 'video.analyse', target: `video:${videoId}`, details });
  }
  return analysis;
}
