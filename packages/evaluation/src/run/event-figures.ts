import type { Dataset, DatasetClip, Incident, IncidentKind } from '@vigil/contracts';
import { kindsOfLabel, normalLabel } from '../dataset/label-kinds.ts';
import type { ActivityFigures, EvaluationResult } from '../evaluation-result.ts';
import { aucInterval } from '../metrics/auc-interval.ts';
import { confusion, type LabelledPrediction, precisionRecallF1 } from '../metrics/classification.ts';
import { eventDelays } from '../metrics/event-alarms.ts';
import type { EvaluatedClip } from './evaluate-clip.ts';

/** An alarm later than this after a body is down does not help any more, seconds. */
const fallLimitSeconds = 2;

type EventFigures = Pick<
  EvaluationResult,
  'confusion' | 'perKind' | 'clipAreas' | 'perActivity' | 'hardNegatives' | 'lyingDelay' | 'comparisons'
>;

/** What each clip was taken for, and figures over whole clips. */
export interface ClipPredictions {
  /** Null where not every clip has a label. */
  readonly predictions: readonly LabelledPrediction[] | null;
  readonly figures: EventFigures;
  readonly warnings: readonly string[];
}

/** A clip and what was found in it. */
export interface JudgedClip extends Pick<EvaluatedClip, 'clip'> {
  readonly scored: Pick<EvaluatedClip['scored'], 'incidents' | 'kindScores' | 'comparisons'>;
}

const nothing: EventFigures = {
  confusion: null,
  perKind: {},
  clipAreas: {},
  perActivity: [],
  hardNegatives: null,
  lyingDelay: null,
  comparisons: [],
};

/** Figures over whole clips, where the data set labels them. */
export function eventFigures(dataset: Dataset, clips: readonly JudgedClip[]): ClipPredictions {
  const labelled = clips.flatMap((clip) => (clip.clip.label === undefined ? [] : [{ ...clip, label: clip.clip.label }]));
  if (labelled.length < clips.length || clips.length === 0) return { predictions: null, figures: nothing, warnings: [] };
  const events = eventLabels(dataset);
  const predictions = labelled.map(({ label, scored }) => ({ actual: label, predicted: predict(events, scored.incidents) }));
  const kinds = [...new Set(predictions.map(({ actual }) => actual))].toSorted();
  const unknown = events.filter((label) => kindsOfLabel(label) === null);
  return {
    predictions,
    figures: {
      confusion: confusion(predictions),
      perKind: Object.fromEntries(kinds.map((kind) => [kind, precisionRecallF1(predictions, kind)])),
      clipAreas: clipAreas(events, labelled),
      perActivity: perActivity(labelled, predictions),
      hardNegatives: hardNegatives(labelled, predictions),
      lyingDelay: lyingDelay(dataset, labelled),
      comparisons: comparisons(events, labelled),
    },
    warnings: unknown.length === 0 ? [] : [`No kind of incident stands for ${unknown.join(', ')}: any incident counts as it.`],
  };
}

/** Labels of events, not of normal footage. */
function eventLabels({ clips }: Dataset): string[] {
  return [...new Set(clips.flatMap(({ label }) => (label === undefined || label === normalLabel ? [] : [label])))].toSorted();
}

function predict(events: readonly string[], incidents: readonly Incident[]): string {
  const found = events.filter((label) => {
    const kinds = kindsOfLabel(label);
    return kinds === null
      ? incidents.length > 0
      : incidents.some((incident) => kinds.some((kind) => incident.kinds.includes(kind)));
  });
  return found.at(0) ?? normalLabel;
}

type LabelledClip = JudgedClip & { readonly label: string };

/** How well the strength of an event's kind tells clips with it from clips without. */
function clipAreas(events: readonly string[], clips: readonly LabelledClip[]): EvaluationResult['clipAreas'] {
  const areas = events.flatMap((label) => {
    const kinds = kindsOfLabel(label);
    if (kinds === null) return [];
    const scores = clips.map(({ scored }) => highest(scored.kindScores, kinds));
    const area = aucInterval(
      scores,
      clips.map((clip) => (clip.label === label ? 1 : 0)),
    );
    return area === null ? [] : [[label, area] as const];
  });
  return Object.fromEntries(areas);
}

function highest(scores: Readonly<Partial<Record<IncidentKind, number>>>, kinds: readonly IncidentKind[]): number {
  return Math.max(...kinds.map((kind) => scores[kind] ?? 0));
}

function perActivity(clips: readonly LabelledClip[], predictions: readonly LabelledPrediction[]): ActivityFigures[] {
  const activities = [...new Set(clips.flatMap(({ clip }) => (clip.activity === undefined ? [] : [clip.activity])))];
  return activities.map((activity) => {
    const own = predictions.filter((_, i) => clips[i].clip.activity === activity);
    return {
      activity,
      label: own[0].actual,
      clips: own.length,
      right: own.filter(({ actual, predicted }) => actual === predicted).length,
    };
  });
}

function hardNegatives(
  clips: readonly LabelledClip[],
  predictions: readonly LabelledPrediction[],
): EvaluationResult['hardNegatives'] {
  const hard = predictions.filter((_, i) => clips[i].clip.hardNegative === true);
  if (hard.length === 0) return null;
  return { clips: hard.length, falseAlarms: hard.filter(({ actual, predicted }) => actual !== predicted).length };
}

function lyingDelay(dataset: Dataset, clips: readonly LabelledClip[]): EvaluationResult['lyingDelay'] {
  const rate = dataset.framesPerSecond;
  const down = clips.flatMap((clip) =>
    clip.clip.lyingFrames && rate ? [{ clip, seconds: clip.clip.lyingFrames[0] / rate }] : [],
  );
  if (down.length === 0) return null;
  return eventDelays(
    down.map(({ clip, seconds }) => firstAlarm(clip.clip, clip.scored.incidents, seconds)),
    fallLimitSeconds,
  );
}

/** From the moment the body is down to the first alarm of its kind. */
function firstAlarm({ label }: DatasetClip, incidents: readonly Incident[], downSeconds: number): number | null {
  const kinds = kindsOfLabel(label ?? normalLabel) ?? [];
  const alarms = incidents
    .filter((incident) => kinds.some((kind) => incident.kinds.includes(kind)))
    .map((incident) => (incident.decidedSeconds ?? incident.endSeconds) - downSeconds);
  return alarms.length === 0 ? null : Math.min(...alarms);
}

/** Simpler rules for the events of the data set, on the same clips in the same run. */
function comparisons(events: readonly string[], clips: readonly LabelledClip[]): EvaluationResult['comparisons'] {
  const kinds = new Set(events.flatMap((label) => kindsOfLabel(label) ?? []));
  const all = clips.flatMap(({ scored }) => scored.comparisons).filter(({ kind }) => kinds.has(kind));
  const names = [...new Set(all.map(({ name }) => name))];
  return names.map((name) => {
    const own = clips.map(({ label, scored }) => ({ label, found: scored.comparisons.find((entry) => entry.name === name) }));
    const event = own.find(({ found }) => found !== undefined)?.found?.kind;
    const actual = (label: string): boolean => event !== undefined && (kindsOfLabel(label)?.includes(event) ?? false);
    const labels = own.map(({ label }) => (actual(label) ? 1 : 0));
    const predictions = own.map(({ label, found }) => ({
      actual: actual(label) ? 'event' : normalLabel,
      predicted: (found?.strength ?? 0) >= 1 ? 'event' : normalLabel,
    }));
    return {
      name,
      score: precisionRecallF1(predictions, 'event'),
      area: aucInterval(
        own.map(({ found }) => found?.strength ?? 0),
        labels,
      ),
    };
  });
}
