import type { Correction, ProfileRecord } from '@vigil/contracts';

/** How far "this is normal here" is. `undoable` names the revision that the profile was at before; `superseded` where others changed it since. */
export type CorrectionStage =
  | { readonly stage: 'none' | 'working' | 'ready' | 'failed' | 'learning' | 'undone' | 'superseded' }
  | { readonly stage: 'undoable'; readonly revision: number };

/** Reads from a correction and its profile what can be done next. */
export function correctionStage(correction: Correction | null, profile: ProfileRecord): CorrectionStage {
  if (correction === null) return { stage: 'none' };
  if (correction.state !== 'applied') return { stage: correction.state };
  if (profile.state === 'learning') return { stage: 'learning' };
  const { revisions, profileVersion } = profile;
  const before = revisions.findLast((revision) => revision.profileVersion === correction.profileVersion);
  const newest = revisions.at(-1);
  if (profileVersion === correction.profileVersion) {
    // the lesson is not in yet, or it was taken back
    return { stage: newest?.change === 'undone' && newest.at > correction.createdAt ? 'undone' : 'learning' };
  }
  const taught = revisions.findIndex(({ change, at }) => change === 'extended' && at > correction.createdAt);
  const isNewest = taught >= 0 && taught === revisions.length - 1;
  if (before === undefined || !isNewest) return { stage: 'superseded' };
  return { stage: 'undoable', revision: before.revision };
}
