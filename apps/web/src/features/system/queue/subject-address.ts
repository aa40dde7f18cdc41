import type { components } from '../../../lib/api/generated/api.ts';

/** The page of what a job is about; null where it has none. */
export function subjectAddress({ payload }: Pick<components['schemas']['Job'], 'payload'>): string | null {
  switch (payload.type) {
    case 'analyse-video':
    case 'make-previews':
      return `/videos/${payload.videoId}`;
    case 'learn-profile':
    case 'preview-correction':
      return `/normality/${payload.profileId}`;
    case 'evaluate':
      return `/evaluate/${payload.evaluationId}`;
    default:
      return null;
  }
}
