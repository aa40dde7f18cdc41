import type { Incident } from '@vigil/contracts';
import { type IncidentContext, pValueOf, scoreOf, severityOf } from './incident-context.ts';
import { freshIncident } from './fresh-incident.ts';
import { incidentId } from './incident-id.ts';
import type { MomentLog, Stay } from './moment-log.ts';

const secondsPerDay = 86_400;
/** Shorter stays are never loitering, seconds. */
const shortestSeconds = 30;

/** Incidents for tracks that stay at one place so long that fewer than the budget's number a day would. */
export function loiteringIncidents(context: IncidentContext, log: MomentLog): Incident[] {
  const { profile, sketches, budget } = context;
  const tracksPerDay = (profile.tracks * secondsPerDay) / Math.max(1, profile.calibrationSeconds);
  return [...log.stays.values()]
    .filter((stay) => stay.dwellSeconds >= shortestSeconds)
    .filter((stay) => tracksPerDay * sketches.dwell.pValue(stay.dwellSeconds) <= budget.incidentsPerDay)
    .map((stay) => incidentOf(context, stay));
}

function incidentOf(context: IncidentContext, stay: Stay): Incident {
  const { sketches, budget } = context;
  const surprise = sketches.dwell.surprise(stay.dwellSeconds);
  const startSeconds = stay.untilSeconds - stay.dwellSeconds;
  const usual = sketches.dwell.quantile(0.95);
  const strength = Math.max(budget.thresholdSurprise, surprise);
  return freshIncident(context, {
    id: incidentId(context.sourceId, 'object.loitering', startSeconds, stay.trackId),
    startSeconds,
    endSeconds: stay.untilSeconds,
    peakSeconds: stay.untilSeconds,
    score: scoreOf(strength, budget.thresholdSurprise),
    pValue: pValueOf(surprise),
    severity: severityOf(strength, budget.thresholdSurprise),
    kinds: ['object.loitering'],
    title: `${stay.label === null ? 'Something' : `A ${stay.label.toLowerCase()}`} stays at one place for ${Math.round(stay.dwellSeconds)} s`,
    evidence: [
      {
        modality: 'objects',
        state: 'used',
        pValue: pValueOf(surprise),
        share: 1,
        summary: `Stays within its own height for ${Math.round(stay.dwellSeconds)} s; 95 of 100 normal tracks stay shorter than ${Math.round(usual)} s.`,
        peakSeconds: stay.untilSeconds,
        nearestNormal: [],
        details: { dwellSeconds: stay.dwellSeconds, normalDwellSeconds: usual },
      },
    ],
    boundingBoxes: [stay.box],
  });
}
