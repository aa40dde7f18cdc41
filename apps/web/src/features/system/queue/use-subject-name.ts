import { useEvaluationRecord, useProfileRecord, useVideoRecord } from '../../../lib/queries/record-queries.ts';
import type { components } from '../../../lib/api/generated/api.ts';

/** What people call the thing that a job is about; null until it is known, and where it is gone. */
export function useSubjectName({ payload }: Pick<components['schemas']['Job'], 'payload'>): string | null {
  const video = useVideoRecord('videoId' in payload ? payload.videoId : undefined);
  const profile = useProfileRecord('profileId' in payload ? payload.profileId : undefined);
  const evaluation = useEvaluationRecord('evaluationId' in payload ? payload.evaluationId : undefined);
  if (payload.type === 'build-model') return payload.model;
  return video.data?.name ?? profile.data?.name ?? evaluation.data?.dataset ?? null;
}
