import type { Evidence } from '@vigil/contracts';
import type { CalibratedMoment } from '../scoring/calibrated-moment.ts';
import { appearanceEvidence } from './evidence/appearance-evidence.ts';
import { motionEvidence } from './evidence/motion-evidence.ts';
import { objectsEvidence } from './evidence/objects-evidence.ts';
import { poseEvidence } from './evidence/pose-evidence.ts';
import { soundEvidence } from './evidence/sound-evidence.ts';
import type { IncidentContext } from './incident-context.ts';
import { contributionsOf } from './span-kinds.ts';
import { strongest } from './strongest.ts';

/** What each modality says about the moments of an incident. */
export function spanEvidence(context: IncidentContext, moments: readonly CalibratedMoment[]): Evidence[] {
  const parts = contributionsOf(strongest(moments, (moment) => moment.fused));
  const sums = {
    motion: parts.speed + parts.place + parts.direction + parts.pace,
    appearance: parts.appearance,
    objects: parts.label + parts.crowd + parts.size,
    pose: parts.limbs + parts.posture,
    sound: parts.loudness + parts.oddness,
  };
  const total = Object.values(sums).reduce((sum, value) => sum + value, 0);
  const share = (value: number): number => (total > 0 ? Math.min(1, Math.max(0, value / total)) : 0);
  return [
    motionEvidence(context, moments, share(sums.motion)),
    appearanceEvidence(context, moments, share(sums.appearance)),
    objectsEvidence(context, moments, share(sums.objects)),
    poseEvidence(context, moments, share(sums.pose)),
    soundEvidence(context, moments, share(sums.sound)),
  ];
}
