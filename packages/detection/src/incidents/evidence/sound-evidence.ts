import type { Evidence } from '@vigil/contracts';
import type { CalibratedMoment } from '../../scoring/calibrated-moment.ts';
import { figure } from '../figures.ts';
import { type IncidentContext, pValueOf } from '../incident-context.ts';
import { strongest } from '../strongest.ts';
import { unusedEvidence } from './unused-evidence.ts';

/** What a stretch of time sounds like. */
export function soundEvidence(context: IncidentContext, moments: readonly CalibratedMoment[], share: number): Evidence {
  if (context.senses.sound.state !== 'used') return unusedEvidence('sound', context.senses.sound);
  const loud = strongest(moments, ({ loudness }) => loudness);
  const odd = strongest(moments, ({ oddness }) => oddness);
  const usual = { loudness: context.sketches.loudness.quantile(0.99), oddness: context.sketches.oddness.quantile(0.99) };
  const summary =
    loud.loudness >= odd.oddness
      ? `${figure(loud.moment.loudness)} dB above what is usual here; 99 of 100 normal moments stay below ${figure(usual.loudness)} dB.`
      : `Its spectrum is ${figure(odd.moment.oddness)} away from normal sound; 99 of 100 normal moments are nearer than ${figure(usual.oddness)}.`;
  return {
    modality: 'sound',
    state: 'used',
    pValue: pValueOf(Math.max(loud.loudness, odd.oddness)),
    share,
    summary,
    peakSeconds: (loud.loudness >= odd.oddness ? loud : odd).moment.record.seconds,
    nearestNormal: [],
    details: { loudnessDb: loud.moment.loudness, oddness: odd.moment.oddness },
  };
}
