import type { Evidence } from '@vigil/contracts';
import type { CalibratedMoment } from '../../scoring/calibrated-moment.ts';
import { figure } from '../figures.ts';
import { type IncidentContext, pValueOf } from '../incident-context.ts';
import { strongest } from '../strongest.ts';
import { unusedEvidence } from './unused-evidence.ts';

/** What the bodies of a stretch of time do. */
export function poseEvidence(context: IncidentContext, moments: readonly CalibratedMoment[], share: number): Evidence {
  if (context.senses.pose.state !== 'used') return unusedEvidence('pose', context.senses.pose);
  const measured = moments.filter(({ moment }) => moment.record.people?.some(({ state }) => state === 'measured'));
  if (measured.length === 0) {
    const people = Math.max(...moments.map(({ moment }) => moment.record.people?.length ?? 0));
    const reason = people === 0 ? 'No person was seen.' : 'People are too small or too hidden for their pose to be told.';
    return unusedEvidence('pose', { state: people === 0 ? 'absent' : 'unavailable', reason });
  }
  const quick = strongest(measured, ({ limbs }) => limbs);
  const tilted = strongest(measured, ({ posture }) => posture);
  const usual = { limbs: context.sketches.limbs.quantile(0.99), posture: context.sketches.posture.quantile(0.99) };
  const summary =
    quick.limbs >= tilted.posture
      ? `The fastest limb covers ${figure(quick.moment.limbs)} lengths of the torso a second; 99 of 100 normal moments stay below ${figure(usual.limbs)}.`
      : `A torso is tilted ${figure(tilted.moment.posture)}° from upright; 99 of 100 normal moments stay below ${figure(usual.posture)}°.`;
  return {
    modality: 'pose',
    state: 'used',
    pValue: pValueOf(Math.max(quick.limbs, tilted.posture)),
    share,
    summary,
    peakSeconds: (quick.limbs >= tilted.posture ? quick : tilted).moment.record.seconds,
    nearestNormal: [],
    details: { limbTorsosPerSecond: quick.moment.limbs, torsoTiltDegrees: tilted.moment.posture },
  };
}
