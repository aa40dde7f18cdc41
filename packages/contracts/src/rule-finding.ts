import type { Evidence, Incident } from './incident.ts';
import type { IncidentKind, Modality } from './kinds.ts';

/** What raised an incident that a rule of body, sound or camera found. */
export interface RuleFinding {
  /** What the rule found. */
  readonly kind: IncidentKind;
  readonly modality: Modality;
  /** How far its measure is above the least that the rule asks for, as a multiple: 1 at its limit. */
  readonly strength: number;
  /** The sense beside the rule for which the moment is rarest, where one found it unusual too; null where none did. */
  readonly beside: { readonly modality: Modality; readonly pValue: number } | null;
}

/** Senses that make less of the score than this have nothing to say. */
const leastShare = 0.005;

/**
 * The rule that raised an incident; null where it was raised for being unusual. An incident of a rule is not rare because its
 * p-value is small, and not usual because it is large: the rule needs no rarity, and what normal footage there is may be short.
 */
export function ruleFinding({ kinds, evidence }: Pick<Incident, 'kinds' | 'evidence'>): RuleFinding | null {
  const said = evidence.find((item) => ruleStrength(item) !== null);
  const strength = said === undefined ? null : ruleStrength(said);
  if (said === undefined || strength === null) return null;
  const others = evidence.flatMap(({ modality, pValue, share, details }) =>
    pValue !== null && pValue < 0.5 && share >= leastShare && !('strength' in details) ? [{ modality, pValue }] : [],
  );
  return {
    kind: kinds[0],
    modality: said.modality,
    strength,
    beside: others.toSorted((one, other) => one.pValue - other.pValue).at(0) ?? null,
  };
}

/**
 * How far a rule's measure is above the least that the rule asks for, as a multiple; null where no rule speaks. Rules of body,
 * sound and camera give it as the measured value `strength`.
 */
export function ruleStrength({ details }: Pick<Evidence, 'details'>): number | null {
  const strength = details['strength'];
  return typeof strength === 'number' ? strength : null;
}

/** A strength as people read it: `1.8 ×`; from ten on whole. */
export function strengthInWords(strength: number): string {
  return `${strength < 10 ? strength.toFixed(1) : Math.round(strength).toLocaleString('en-US')} ×`;
}
