import type {
  Analysis,
  ApiKey,
  AuditEntry,
  Camera,
  Correction,
  Delivery,
  EvaluationRecord,
  IncidentRecord,
  LabelSet,
  NotificationRule,
  ProfileRecord,
  ReviewMark,
  Rule,
  SavedViews,
  ServiceState,
  Settings,
  Video,
} from '@vigil/contracts';
import type { AccountRecords } from './account-records.ts';
import type { EventLog } from './event-log.ts';
import type {
  AnalysisFilter,
  ApiKeyFilter,
  AuditFilter,
  CorrectionFilter,
  DeliveryFilter,
  IncidentFilter,
  NoFilter,
  ReviewMarkFilter,
  VideoFilter,
} from './filters.ts';
import type { IncidentStatistics, StatisticsSpan } from './incident-statistics.ts';
import type { JobQueue } from './job-queue.ts';
import type { RecordCollection } from './record-collection.ts';
import type { StoreTransfer } from './transfer.ts';

/** Everything that outlives a process, but the media files. */
export interface Store extends StoreTransfer, AsyncDisposable {
  readonly kind: 'sqlite' | 'mongodb';
  readonly videos: RecordCollection<Video, VideoFilter>;
  readonly analyses: RecordCollection<Analysis, AnalysisFilter>;
  readonly incidents: RecordCollection<IncidentRecord, IncidentFilter> & {
    statistics(span: StatisticsSpan): Promise<IncidentStatistics>;
  };
  readonly profiles: RecordCollection<ProfileRecord, NoFilter>;
  readonly corrections: RecordCollection<Correction, CorrectionFilter>;
  readonly cameras: RecordCollection<Camera, NoFilter>;
  readonly rules: RecordCollection<Rule, NoFilter>;
  readonly evaluations: RecordCollection<EvaluationRecord, NoFilter>;
  readonly jobs: JobQueue;
  readonly events: EventLog;
  readonly apiKeys: RecordCollection<ApiKey, ApiKeyFilter>;
  readonly audit: RecordCollection<AuditEntry, AuditFilter>;
  readonly settings: RecordCollection<Settings, NoFilter>;
  /** What services remember among themselves; holds secrets. */
  readonly serviceStates: RecordCollection<ServiceState, NoFilter>;
  readonly notificationRules: RecordCollection<NotificationRule, NoFilter>;
  readonly deliveries: RecordCollection<Delivery, DeliveryFilter>;
  readonly reviewMarks: RecordCollection<ReviewMark, ReviewMarkFilter>;
  /** By the id of the user. */
  readonly savedViews: RecordCollection<SavedViews, NoFilter>;
  readonly labelSets: RecordCollection<LabelSet, NoFilter>;
  readonly accounts: AccountRecords;
  /** Version of the schema that the database is at, after migration. */
  readonly schemaVersion: number;
  /** Answers where the database does. @throws VigilError `store-unavailable` */
  ping(): Promise<void>;
}
