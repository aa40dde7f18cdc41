import { type IncidentRecord, ruleFinding } from '@vigil/contracts';
import type { Cell } from './csv.ts';

/** Columns of the table of incidents, in their order. */
const columns: Readonly<Record<string, (incident: IncidentRecord) => Cell>> = {
  id: ({ id }) => id,
  occurredAt: ({ occurredAt }) => occurredAt,
  severity: ({ severity }) => severity,
  kinds: ({ kinds }) => kinds.join(' '),
  title: ({ title }) => title,
  sourceId: ({ sourceId }) => sourceId,
  sourceName: ({ sourceName }) => sourceName,
  videoId: ({ videoId }) => videoId,
  startSeconds: ({ startSeconds }) => startSeconds,
  endSeconds: ({ endSeconds }) => endSeconds,
  peakSeconds: ({ peakSeconds }) => peakSeconds,
  score: ({ score }) => score,
  pValue: ({ pValue }) => pValue,
  // a rule raises by its own limit, whatever the p-value is
  ruleStrength: (incident) => ruleFinding(incident)?.strength ?? null,
  baseline: ({ baseline }) => baseline,
  status: ({ status }) => status,
  reviewedBy: ({ reviewedBy }) => reviewedBy,
  reviewedAt: ({ reviewedAt }) => reviewedAt,
  assignedTo: ({ assignedTo }) => assignedTo,
  held: ({ held }) => held,
  tags: ({ tags }) => tags.join(' '),
  note: ({ note }) => note,
  caption: ({ caption }) => caption,
  transcript: ({ transcript }) => transcript,
  analysisId: ({ analysisId }) => analysisId,
  profileVersion: ({ profileVersion }) => profileVersion,
  decidedAt: ({ decidedAt }) => decidedAt,
};

/** Names of the columns. */
export const incidentColumns: readonly string[] = Object.keys(columns);

/** An incident as a row. */
export function incidentRow(incident: IncidentRecord): Cell[] {
  return Object.values(columns).map((cellOf) => cellOf(incident));
}
