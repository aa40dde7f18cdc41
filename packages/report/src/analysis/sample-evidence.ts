import type { Evidence, Modality } from '@vigil/contracts';

/** Evidence of an unusual stretch: two senses that it rests on, one that saw little, one without a model, one with nothing to look at. */
export function sampleEvidence(peakSeconds: number): Evidence[] {
  return [
    {
      modality: 'objects',
      state: 'used',
      pValue: 3.2e-5,
      share: 0.72,
      summary: 'A thing of 0.11 picture heights appeared at 0:14.2 and has not moved since; the person beside it went away.',
      peakSeconds: peakSeconds + 0.4,
      nearestNormal: [{ source: 'monday-morning.mp4', seconds: 412.3, distance: 1.84 }],
      details: { stillSeconds: 11.4, heightShare: 0.11, ownerLeft: true },
    },
    {
      modality: 'motion',
      state: 'used',
      pValue: 0.014,
      share: 0.27,
      summary: 'Motion of 0.31 picture heights a second where 0.12 is usual.',
      peakSeconds,
      nearestNormal: [
        { source: 'monday-morning.mp4', seconds: 98.1, distance: 0.42 },
        { source: 'tuesday-noon.mp4', seconds: 1204.6, distance: 0.51 },
      ],
      details: { speedHeightsPerSecond: 0.31, usualSpeedHeightsPerSecond: 0.12 },
    },
    {
      modality: 'sound',
      state: 'used',
      pValue: 0.41,
      share: 0.01,
      summary: '1.2 dB above what is usual here; 99 of 100 normal moments stay below 6.4 dB.',
      peakSeconds,
      nearestNormal: [],
      details: { loudnessDb: 1.2 },
    },
    unused('pose', 'absent', 'No person was seen.'),
    unused('appearance', 'unavailable', 'The object detector’s weights are not in the model cache.'),
  ];
}

/** Evidence of a rule of one sense in footage that nothing normal is known of. */
export function sampleRuleEvidence(
  modality: Modality,
  summary: string,
  peakSeconds: number,
  details: Evidence['details'],
): Evidence[] {
  return [{ modality, state: 'used', pValue: 1, share: 1, summary, peakSeconds, nearestNormal: [], details }];
}

function unused(modality: Modality, state: 'absent' | 'unavailable', summary: string): Evidence {
  return { modality, state, pValue: null, share: 0, summary, peakSeconds: null, nearestNormal: [], details: {} };
}
