import type { Evidence, Incident } from '@vigil/contracts';
import { duration } from './alarm-budget.ts';
import { type IncidentContext, pValueOf, scoreOf } from './incident-context.ts';
import { freshIncident } from './fresh-incident.ts';
import { incidentId } from './incident-id.ts';
import type { MomentLog, StationaryCourse } from './moment-log.ts';

const secondsPerDay = 86_400;
/**
 * Normal footage is counted in places (of two by two cells) times windows of this length, seconds: did a thing stay behind at
 * that place in that time or not. The p-value is the chance of it, (1 + how often it was so) / (1 + how often it was looked at).
 */
const windowSeconds = 10;

/** Incidents for objects left behind or removed. Where normal footage shows more of these than the budget allows, they are normal. */
export function stationaryIncidents(context: IncidentContext, log: MomentLog): Incident[] {
  const { profile, baseline, budget } = context;
  const known = baseline === 'self' ? 0 : profile.stationaryEvents;
  const perDay = (known * secondsPerDay) / Math.max(1, profile.calibrationSeconds);
  if (known > 1 && perDay > budget.incidentsPerDay) return [];
  const looked = (profile.calibrationSeconds / windowSeconds) * profile.places.columns * profile.places.rows;
  const surprise = Math.max(0, -Math.log10((1 + known) / (1 + looked)));
  return [...log.stationary.values()].map((course) => incidentOf(context, log, course, { known, surprise }));
}

function incidentOf(
  context: IncidentContext,
  log: MomentLog,
  { event, endSeconds }: StationaryCourse,
  { known, surprise }: { known: number; surprise: number },
): Incident {
  const kind = event.kind === 'left' ? 'object.left' : 'object.removed';
  const end = endSeconds ?? log.seconds.at(-1) ?? event.confirmedSeconds;
  const what = event.kind === 'left' ? 'An object was left behind' : 'An object was taken away';
  const stays = `${event.kind === 'left' ? 'It has stayed where it is' : 'Its place has been empty'} for ${Math.round(end - event.sinceSeconds)} s`;
  const evidence: Evidence[] = [
    {
      modality: 'objects',
      state: 'used',
      pValue: pValueOf(surprise),
      share: 1,
      summary: `${stays}${endSeconds === null ? ', to the end of the footage' : ''}. ${seenBefore(context, known)}`,
      peakSeconds: event.confirmedSeconds,
      nearestNormal: [],
      details: { confidence: event.confidence, sinceSeconds: event.sinceSeconds, confirmedSeconds: event.confirmedSeconds },
    },
  ];
  return freshIncident(context, {
    id: incidentId(context.sourceId, kind, event.sinceSeconds, event.id),
    startSeconds: event.sinceSeconds,
    endSeconds: end,
    peakSeconds: event.confirmedSeconds,
    score: scoreOf(context.budget.thresholdSurprise * (0.5 + event.confidence), context.budget.thresholdSurprise),
    pValue: pValueOf(surprise),
    severity: 'warning',
    kinds: [kind],
    title: what,
    evidence,
    boundingBoxes: [event.box],
  });
}

function seenBefore({ baseline, profile }: IncidentContext, known: number): string {
  if (baseline === 'self') return 'There is no normal footage to tell how often this happens here.';
  const length = duration(profile.calibrationSeconds);
  return known === 0 ? `Nothing of the kind in ${length} of normal footage.` : `${known} times in ${length} of normal footage.`;
}
