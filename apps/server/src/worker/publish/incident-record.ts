import type { Incident, IncidentRecord, Video } from '@vigil/contracts';
import type { NewRecord } from '@vigil/store';

/** Where incidents come from. */
export interface IncidentOrigin {
  readonly video: Video;
  readonly analysisId: string;
  /** When the pipeline decided them, ISO 8601. */
  readonly decidedAt: string;
}

/** An incident that was not known, as a record nobody has been told of. */
export function newIncidentRecord(
  incident: Incident,
  { video, analysisId, decidedAt }: IncidentOrigin,
): NewRecord<IncidentRecord> {
  return {
    ...incident,
    sourceId: video.sourceId ?? video.id,
    analysisId,
    videoId: video.id,
    sourceName: video.name,
    occurredAt: incident.startedAt ?? decidedAt,
    decidedAt,
    caption: null,
    transcript: null,
    reviewedAt: null,
    assignedTo: null,
    held: false,
    announced: false,
  };
}

/** A known incident with what an analysis says of it now; what people made of it stays. */
export function refreshedIncident(
  known: IncidentRecord,
  incident: Incident,
  { analysisId }: Pick<IncidentOrigin, 'analysisId'>,
): IncidentRecord {
  const { sourceId, status, reviewedBy, note, tags } = known;
  return { ...known, ...incident, sourceId, status, reviewedBy, note, tags, analysisId };
}

/** Whether a person has said or done anything about an incident. */
export function isTouched({ status, held, note, tags, assignedTo }: IncidentRecord): boolean {
  return status !== 'new' || held || note !== '' || tags.length > 0 || assignedTo !== null;
}
