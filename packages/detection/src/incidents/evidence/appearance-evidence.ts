import type { Evidence } from '@vigil/contracts';
import type { CalibratedMoment } from '../../scoring/calibrated-moment.ts';
import { figure } from '../figures.ts';
import { type IncidentContext, pValueOf } from '../incident-context.ts';
import { nearestAppearance } from '../nearest-normal.ts';
import { strongest } from '../strongest.ts';
import { unusedEvidence } from './unused-evidence.ts';

/** What the looks of moving things say. */
export function appearanceEvidence(context: IncidentContext, moments: readonly CalibratedMoment[], share: number): Evidence {
  if (context.senses.appearance.state !== 'used') return unusedEvidence('appearance', context.senses.appearance);
  const strange = strongest(moments, (moment) => moment.appearance);
  const distance = Math.max(0, ...strange.moment.movementCells.map((cell) => cell.distance));
  const normal = context.sketches.distance.quantile(0.99);
  const summary =
    distance > normal
      ? `Looks unlike what normally moves here: ${figure(distance)} away from the nearest normal look, 99 of 100 are nearer than ${figure(normal)}.`
      : `Looks like what normally moves here (${figure(distance)} away from the nearest normal look).`;
  return {
    modality: 'appearance',
    state: 'used',
    pValue: pValueOf(strange.appearance),
    share,
    summary,
    peakSeconds: strange.moment.record.seconds,
    nearestNormal: nearestAppearance(context, moments),
    details: { distance, normalDistance: normal },
  };
}
