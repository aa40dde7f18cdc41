import type { Incident } from '@vigil/contracts';
import type { CalibratedMoment } from '../scoring/calibrated-moment.ts';
import { findSpans } from './find-spans.ts';
import type { IncidentContext } from './incident-context.ts';
import { joinIncidents } from './join-incidents.ts';
import { loiteringIncidents } from './loitering-incidents.ts';
import type { MomentLog } from './moment-log.ts';
import { ruleIncidents } from '../rules/rule-incidents.ts';
import type { RuleEvent } from './rule-event.ts';
import { smoothSeries, type Series } from './peaks.ts';
import { spanIncident } from './span-incident.ts';
import { stationaryIncidents } from './stationary-incidents.ts';

/** The fused surprise over time as incidents are found in it. */
export function incidentSeries(log: MomentLog): Series {
  const seconds = Float64Array.from(log.seconds);
  return { seconds, values: smoothSeries({ seconds, values: Float64Array.from(log.fused) }) };
}

/** All incidents of a source, in order of their start. */
export function findIncidents(context: IncidentContext, log: MomentLog, ruleEvents: readonly RuleEvent[] = []): Incident[] {
  const series = incidentSeries(log);
  const fromSpans = findSpans(series, context.budget.thresholdSurprise).flatMap(({ from, to }) => {
    const moments: CalibratedMoment[] = [];
    for (let i = from; i <= to; i += 1) {
      const moment = log.kept.get(i);
      if (moment) moments.push(moment);
    }
    return moments.length === 0 ? [] : [spanIncident(context, series.seconds[from], series.seconds[to], moments)];
  });
  const all = [
    ...joinIncidents(fromSpans, ruleIncidents(context, ruleEvents)),
    ...stationaryIncidents(context, log),
    ...loiteringIncidents(context, log),
  ];
  return all.toSorted((a, b) => a.startSeconds - b.startSeconds || a.id.localeCompare(b.id));
}
