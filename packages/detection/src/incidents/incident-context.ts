import type { BudgetStatement, ModalityState } from '@vigil/contracts';
import type { CalibrationSketch } from '../calibration/calibration-sketch.ts';
import type { NormalityProfile, SketchName } from '../normality/normality-profile.ts';
import type { ExemplarIndex } from '../nearest/exemplar-index.ts';

/** Whether a sense took part in an analysis, and why not. */
export interface SenseState {
  readonly state: ModalityState;
  readonly reason: string | null;
}

/** Whether each sense took part that a source or an installation may lack. */
export type SenseStates = Readonly<Record<'appearance' | 'pose' | 'sound' | 'camera', SenseState>>;

/** What incidents of one source are judged and described by. */
export interface IncidentContext {
  readonly sourceId: string;
  readonly sourceKind: 'video' | 'camera';
  readonly baseline: 'profile' | 'self';
  readonly profile: NormalityProfile;
  /** Version that is recorded with every incident; null for a video measured against itself. */
  readonly profileVersion: string | null;
  readonly sketches: Readonly<Record<SketchName, CalibrationSketch>>;
  /** Null where appearance is not available. */
  readonly exemplars: ExemplarIndex | null;
  readonly budget: BudgetStatement;
  readonly modelVersions: Readonly<Record<string, string>>;
  /** Whether the senses beside motion and objects took part, and why not. */
  readonly senses: SenseStates;
}

/** Score of an incident, 0 to 1: 0.9 at the threshold, 0.99 at twice the threshold's surprise. */
export function scoreOf(surprise: number, threshold: number): number {
  return 1 - 10 ** (-surprise / threshold);
}

/** How urgent an incident is, from how far it goes beyond the threshold (in decades of p). */
export function severityOf(surprise: number, threshold: number): 'info' | 'warning' | 'critical' {
  const excess = surprise - threshold;
  if (excess >= 4) return 'critical';
  return excess >= 1 ? 'warning' : 'info';
}

/** A p-value as numbers keep it: not below what a double can hold apart from 0. */
export function pValueOf(surprise: number): number {
  return Math.min(1, Math.max(1e-300, 10 ** -surprise));
}
