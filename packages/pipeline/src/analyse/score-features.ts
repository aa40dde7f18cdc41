import {
  alarmBudget,
  ExemplarIndex,
  findIncidents,
  type IncidentContext,
  learnProfile,
  MomentLog,
  type NormalityProfile,
  openSketches,
  scoreSource,
} from '@vigil/detection';
import { type BudgetStatement, type Incident, type IncidentKind, type ModalityState } from '@vigil/contracts';
import type { ExtractedFeatures } from '../extract/extract-features.ts';
import { profileVersion } from '../profiles/profile-code.ts';
import { requireActive } from '../cancellation.ts';
import { requireGrid } from '../profiles/learn-from-files.ts';
import type { Senses } from '../senses.ts';

/** What extracted features are to be measured against. */
export interface ScoreRequest {
  readonly features: ExtractedFeatures;
  readonly file: string;
  readonly sourceId: string;
  /** Null measures the source against itself. */
  readonly profile: NormalityProfile | null;
  readonly budgetIncidentsPerDay: number;
  readonly senses: Senses;
  readonly signal?: AbortSignal | undefined;
}

/** What scoring found. */
export interface ScoredFeatures {
  readonly log: MomentLog;
  readonly incidents: Incident[];
  /** How near the source came to each kind that has a rule of its own: 1 is the rule's threshold. */
  readonly kindScores: Readonly<Partial<Record<IncidentKind, number>>>;
  readonly budget: BudgetStatement;
  readonly baseline: 'profile' | 'self';
  readonly profile: { readonly name: string; readonly version: string } | null;
  readonly appearance: { readonly state: ModalityState; readonly reason: string | null };
}

/**
 * Measures features against a profile, or against themselves where there is none.
 *
 * @throws VigilError `profile-mismatch` for pictures of another shape, `cancelled`
 */
export async function scoreFeatures(request: ScoreRequest): Promise<ScoredFeatures> {
  const { features, senses, signal } = request;
  const detectorVersion = senses.detector?.version ?? null;
  if (request.profile) requireGrid(request.profile.grid, features, request.file);
  const self = request.profile
    ? null
    : await learnProfile({
        name: features.name,
        grid: features.grid,
        detectorVersion,
        sources: [features],
        previous: null,
        onProgress: () => requireActive(signal, request.file),
      });
  const profile = request.profile ?? self?.profile;
  if (!profile) throw new TypeError('neither a profile nor one of its own');
  const appearance = appearanceState(profile, senses);
  const log = new MomentLog();
  const options = { withAppearance: appearance.state === 'used', self: self ?? undefined };
  for await (const moment of scoreSource(profile, features, options)) {
    if (log.seconds.length % 500 === 0) requireActive(signal, request.file);
    log.push(moment);
  }
  const baseline = self ? 'self' : 'profile';
  const budget = alarmBudget(profile.fusions.picture, request.budgetIncidentsPerDay, baseline);
  const version = self ? null : profileVersion(profile);
  const context: IncidentContext = {
    sourceId: request.sourceId,
    sourceKind: 'video',
    baseline,
    profile,
    profileVersion: version,
    sketches: openSketches(profile),
    exemplars: appearance.state === 'used' ? new ExemplarIndex(profile.exemplars.vectors) : null,
    budget,
    modelVersions: senses.versions,
    appearance,
  };
  return {
    log,
    incidents: findIncidents(context, log),
    kindScores: {},
    budget,
    baseline,
    profile: version === null ? null : { name: profile.name, version },
    appearance,
  };
}

function appearanceState(profile: NormalityProfile, senses: Senses): ScoredFeatures['appearance'] {
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
