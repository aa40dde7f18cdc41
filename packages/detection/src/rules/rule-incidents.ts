import type { Incident, IncidentKind, Modality } from '@vigil/contracts';
import { duration } from '../incidents/alarm-budget.ts';
import { freshIncident } from '../incidents/fresh-incident.ts';
import { type IncidentContext, pValueOf, scoreOf } from '../incidents/incident-context.ts';
import { incidentId } from '../incidents/incident-id.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { skeletonsOf } from '../incidents/skeletons.ts';
import { seldomInItself } from './often-in-itself.ts';
import { eventsAsStrong } from './rule-record.ts';
import { severityOfKind } from './rule-severity.ts';

const secondsPerDay = 86_400;
/** Normal footage is counted in windows of this length, seconds: did such an event begin in it or not. */
const windowSeconds = 10;

/**
 * Incidents from what the rules of body, sound and camera found. A rule's own threshold is physics; where normal footage of this
 * source shows events of the kind, as strong as this one, more often than the alarm budget allows, they are normal here.
 */
export function ruleIncidents(context: IncidentContext, events: readonly RuleEvent[]): Incident[] {
  const own = context.baseline === 'self' ? seldomInItself(events, context.profile.calibrationSeconds) : events;
  return own.flatMap((event) => {
    const known = knownEvents(context, event);
    const days = context.profile.calibrationSeconds / secondsPerDay;
    if (known > 1 && known / Math.max(days, 1 / secondsPerDay) > context.budget.incidentsPerDay) return [];
    return [incidentOf(context, event, known)];
  });
}

/** The sense whose rule gives a kind. */
export function ruleModality(kind: IncidentKind): Modality {
  if (kind.startsWith('audio.')) return 'sound';
  return kind.startsWith('camera.') ? 'camera' : 'pose';
}

/** Footage that is measured against itself tells nothing about how often an event of its own is normal. */
function knownEvents({ baseline, profile }: IncidentContext, { kind, strength }: RuleEvent): number {
  return baseline === 'self' ? 0 : eventsAsStrong(profile.ruleEvents, kind, strength);
}

function incidentOf(context: IncidentContext, event: RuleEvent, known: number): Incident {
  const { budget, profile, sourceId } = context;
  const windows = context.baseline === 'self' ? 0 : profile.calibrationSeconds / windowSeconds;
  const pValue = pValueOf(-Math.log10((1 + known) / (1 + Math.max(known, windows))));
  return freshIncident(context, {
    id: incidentId(sourceId, event.kind, event.startSeconds, event.trackId),
    startSeconds: event.startSeconds,
    endSeconds: event.endSeconds,
    peakSeconds: event.peakSeconds,
    decidedSeconds: event.decidedSeconds,
    score: scoreOf(budget.thresholdSurprise * Math.max(1, event.strength), budget.thresholdSurprise),
    pValue,
    severity: severityOfKind(event.kind),
    kinds: [event.kind],
    title: event.title,
    evidence: [
      {
        modality: event.modality,
        state: 'used',
        pValue,
        share: 1,
        summary: `${event.summary} ${seenBefore(context, known)}`,
        peakSeconds: event.peakSeconds,
        nearestNormal: [],
        details: { ...event.details, strength: event.strength },
      },
    ],
    boundingBoxes: [...event.boundingBoxes],
    skeletons: skeletonsOf(event.people ?? [], event.peakSeconds, event.boundingBoxes.at(0) ?? null),
  });
}

function seenBefore({ baseline, profile }: IncidentContext, known: number): string {
  if (baseline === 'self') return 'There is no normal footage to tell how often this happens here.';
  const length = duration(profile.calibrationSeconds);
  return known === 0
    ? `Nothing of the kind in ${length} of normal footage.`
    : `${known} as strong in ${length} of normal footage.`;
}
