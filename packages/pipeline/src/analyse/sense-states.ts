import type { FeatureSource, FusionName, NormalityProfile, SenseState, SenseStates } from '@vigil/detection';
import type { Senses } from '../senses.ts';

/**
 * Whether the senses take part that a source or an installation may lack, and why not.
 *
 * @param fusion - the combination of senses that the source is measured with
 */
export function senseStates(profile: NormalityProfile, senses: Senses, source: FeatureSource, fusion: FusionName): SenseStates {
  return {
    appearance: appearanceState(profile, senses),
    pose: poseState(senses, fusion, profile.poseVersion !== null),
    sound: soundState(source, fusion),
    camera: { state: 'used', reason: null },
  };
}

function appearanceState(profile: NormalityProfile, senses: Senses): SenseState {
  if (!senses.detector)
    return { state: 'unavailable', reason: senses.detectorUnavailable ?? 'The appearance model is not installed.' };
  if (profile.detectorVersion !== senses.detector.version && profile.detectorVersion !== null) {
    const reason = `The profile was learned with another appearance model (${profile.detectorVersion}, now ${senses.detector.version}); learn it anew.`;
    return { state: 'unavailable', reason };
  }
  if (profile.exemplars.segments.length === 0) {
    return {
      state: 'absent',
      reason: 'The footage that was learned from shows nothing that moves, so there is no look to compare with.',
    };
  }
  return { state: 'used', reason: null };
}

function poseState(senses: Senses, fusion: FusionName, poseWasOther: boolean): SenseState {
  if (!senses.pose) return { state: 'unavailable', reason: senses.poseUnavailable ?? 'The pose model is not installed.' };
  if (fusion.includes('pose')) return { state: 'used', reason: null };
  const why = poseWasOther ? 'with another pose model' : 'without bodies';
  const reason = `The profile was learned ${why}: falls and the like are found by rule, but nothing is known of how people move here.`;
  return { state: 'used', reason };
}

function soundState({ sound }: FeatureSource, fusion: FusionName): SenseState {
  if (!sound || sound.track.state === 'absent') return { state: 'absent', reason: 'The source has no sound.' };
  const { state, reason, speechUnavailableReason } = sound.track;
  if (state === 'broken') return { state: 'unavailable', reason };
  const notes = [
    reason,
    speechUnavailableReason,
    fusion.includes('sound')
      ? null
      : 'The profile was learned without sound: only rules listen, nothing is known of what is usual here.',
  ].filter((note) => note !== null);
  return { state: 'used', reason: notes.length === 0 ? null : notes.join(' ') };
}
