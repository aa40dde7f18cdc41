import {
  alarmBudget,
  bestFusion,
  type Comparison,
  ExemplarIndex,
  findIncidents,
  type IncidentContext,
  learnProfile,
  MomentLog,
  type NormalityProfile,
  openSketches,
  type RuleEvent,
  scoreSource,
  type SenseStates,
  watchSource,
} from '@vigil/detection';
import { type BudgetStatement, type Incident, type IncidentKind } from '@vigil/contracts';
import type { ExtractedFeatures } from '../extract/extract-features.ts';
import { profileVersion } from '../profiles/profile-code.ts';
import { requireActive } from '../cancellation.ts';
import { requireGrid } from '../profiles/learn-from-files.ts';
import { poseVersion, type Senses } from '../senses.ts';
import { senseStates } from './sense-states.ts';

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
  /** What the rules found that is at least at their own threshold, whether or not it is normal here. */
  readonly events: readonly RuleEvent[];
  /** How near the source came to each kind that has a rule of its own: 1 is the rule's threshold. */
  readonly kindScores: Readonly<Partial<Record<IncidentKind, number>>>;
  /** What simpler rules say of the same footage. */
  readonly comparisons: readonly Comparison[];
  readonly budget: BudgetStatement;
  readonly baseline: 'profile' | 'self';
  readonly profile: { readonly name: string; readonly version: string } | null;
  /** Whether the senses beside motion and objects took part. */
  readonly senses: SenseStates;
}

/**
 * Measures features against a profile, or against themselves where there is none.
 *
 * @throws VigilError `profile-mismatch` for pictures of another shape, `cancelled`
 */
export async function scoreFeatures(request: ScoreRequest): Promise<ScoredFeatures> {
  const { features, senses, signal } = request;
  const detectorVersion = senses.detector?.version ?? null;
  let moments = 0;
  const check = (): void => {
    moments += 1;
    if (moments % 500 === 0) requireActive(signal, request.file);
  };
  const { source, events, kindScores, comparisons } = await watchSource(features, {
    grid: features.grid,
    sound: request.profile?.sound,
    onMoment: check,
  });
  if (request.profile) requireGrid(request.profile.grid, features, request.file);
  const self = request.profile
    ? null
    : await learnProfile({
        name: features.name,
        grid: features.grid,
        detectorVersion,
        poseVersion: poseVersion(senses),
        sources: [source],
        ruleEvents: events,
        previous: null,
        onProgress: () => requireActive(signal, request.file),
      });
  const profile = request.profile ?? self?.profile;
  if (!profile) throw new TypeError('neither a profile nor one of its own');
  const fusion = bestFusion(profile.fusions, {
    pose: profile.poseVersion !== null && profile.poseVersion === poseVersion(senses),
    sound: source.sound?.track.state === 'used',
  });
  const states = senseStates(profile, senses, source, fusion);
  const withAppearance = states.appearance.state === 'used';
  const log = new MomentLog();
  for await (const moment of scoreSource(profile, source, { withAppearance, fusion, self: self ?? undefined })) {
    check();
    log.push(moment);
  }
  const baseline = self ? 'self' : 'profile';
  const budget = alarmBudget(profile.fusions[fusion] ?? profile.fusions.picture, request.budgetIncidentsPerDay, baseline);
  const version = self ? null : profileVersion(profile);
  const context: IncidentContext = {
    sourceId: request.sourceId,
    sourceKind: 'video',
    baseline,
    profile,
    profileVersion: version,
    sketches: openSketches(profile),
    exemplars: withAppearance ? new ExemplarIndex(profile.exemplars.vectors) : null,
    budget,
    modelVersions: senses.versions,
    senses: states,
  };
  return {
    log,
    incidents: findIncidents(context, log, events),
    events,
    kindScores,
    comparisons,
    budget,
    baseline,
    profile: version === null ? null : { name: profile.name, version },
    senses: states,
  };
}
