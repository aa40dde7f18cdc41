import type { Evidence, Modality } from '@vigil/contracts';
import type { SenseState } from '../incident-context.ts';

/** The entry of a sense that took no part, and why. */
export function unusedEvidence(modality: Modality, { state, reason }: SenseState): Evidence {
  const summary = reason ?? (state === 'absent' ? 'This source has nothing of it.' : 'It was not available.');
  return { modality, state, pValue: null, share: 0, summary, peakSeconds: null, nearestNormal: [], details: {} };
}
