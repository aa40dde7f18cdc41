import type { IncidentKind, Job, JobState, JobType, ReviewStatus } from '@vigil/contracts';

/** Times are ISO 8601 texts; `from` is included, `before` is not. */
export interface TimeFilter {
  readonly from?: string | undefined;
  readonly before?: string | undefined;
}

/** Which videos; sorted by `createdAt`. */
export interface VideoFilter extends TimeFilter {
  readonly sourceId?: string | undefined;
  readonly sha256?: string | undefined;
  readonly uploadedBy?: string | undefined;
  readonly originalRemoved?: boolean | undefined;
  /** Words of the name. */
  readonly text?: string | undefined;
}

/** Which analyses; sorted by `createdAt`. */
export interface AnalysisFilter {
  readonly videoId?: string | undefined;
  readonly jobId?: string | undefined;
}

/** Which incidents; sorted by `occurredAt`. All that is given must hold. */
export interface IncidentFilter extends TimeFilter {
  readonly sourceId?: string | undefined;
  readonly videoId?: string | undefined;
  readonly analysisId?: string | undefined;
  readonly kind?: IncidentKind | undefined;
  readonly severity?: 'info' | 'warning' | 'critical' | undefined;
  readonly status?: ReviewStatus | undefined;
  readonly tag?: string | undefined;
  readonly assignedTo?: string | undefined;
  readonly held?: boolean | undefined;
  readonly announced?: boolean | undefined;
  /** Words that title, caption, transcript, note, tags or source name must all contain (prefixes count). */
  readonly text?: string | undefined;
}

/** Which jobs; sorted by `createdAt`. */
export interface JobFilter {
  readonly state?: JobState | undefined;
  readonly type?: JobType | undefined;
  readonly subjectId?: string | undefined;
  readonly fairnessKey?: Job['fairnessKey'] | undefined;
}

/** Which audit entries; sorted by `createdAt`. */
export interface AuditFilter extends TimeFilter {
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  readonly target?: string | undefined;
}

/** Which API keys; sorted by `createdAt`. */
export interface ApiKeyFilter {
  readonly hash?: string | undefined;
  readonly ownerId?: string | undefined;
}

/** Which deliveries; sorted by `createdAt`. */
export interface DeliveryFilter {
  readonly state?: 'waiting' | 'sent' | 'failed' | 'cooling' | undefined;
  readonly ruleId?: string | undefined;
  readonly incidentId?: string | undefined;
}

/** Which corrections; sorted by `createdAt`. */
export interface CorrectionFilter {
  readonly profileId?: string | undefined;
}

/** Which marks of incidents that people are done with; sorted by `createdAt`. */
export interface ReviewMarkFilter {
  readonly userId?: string | undefined;
  readonly incidentId?: string | undefined;
}

/** No filter. */
export type NoFilter = Readonly<Record<never, never>>;
