import type { IncidentKind } from '@vigil/contracts';
import type { RuleEvent } from '../incidents/rule-event.ts';

/** What a rule of sound says of an event; the rest of a {@link RuleEvent} is the same for all of them. */
export type SoundFinding = Pick<
  RuleEvent,
  'startSeconds' | 'endSeconds' | 'peakSeconds' | 'decidedSeconds' | 'strength' | 'title' | 'summary' | 'details'
> & {
  readonly kind: Extract<IncidentKind, `audio.${string}` | 'camera.silent'>;
};

/** The event of a finding: sound has no place in the picture. */
export function soundEvent(finding: SoundFinding): RuleEvent {
  return {
    ...finding,
    modality: finding.kind === 'camera.silent' ? 'camera' : 'sound',
    boundingBoxes: [],
    trackId: null,
  };
}

/** A level or a difference of levels as people read it: `-23`. */
export function decibels(value: number): string {
  return String(Math.round(value)).replace('-0', '0');
}

/** Rounded to a number of digits, for details. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
