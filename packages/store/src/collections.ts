import {
  analysisSchema,
  apiKeySchema,
  auditEntrySchema,
  cameraSchema,
  correctionSchema,
  deliverySchema,
  evaluationRecordSchema,
  incidentRecordSchema,
  jobSchema,
  labelSetSchema,
  notificationRuleSchema,
  profileRecordSchema,
  reviewMarkSchema,
  ruleSchema,
  savedViewsSchema,
  serviceStateSchema,
  settingsSchema,
  videoSchema,
  type Analysis,
  type ApiKey,
  type AuditEntry,
  type Correction,
  type Delivery,
  type IncidentRecord,
  type Job,
  type ReviewMark,
  type StoredRecord,
  type Video,
} from '@vigil/contracts';
import type { z } from 'zod';
import {
  booleanField,
  textField,
  textsField,
  type CollectionDeclaration,
  type CollectionName,
} from './collection-declaration.ts';
import type {
  AnalysisFilter,
  ApiKeyFilter,
  AuditFilter,
  CorrectionFilter,
  DeliveryFilter,
  IncidentFilter,
  JobFilter,
  NoFilter,
  ReviewMarkFilter,
  VideoFilter,
} from './port/filters.ts';

const videos: CollectionDeclaration<Video, VideoFilter> = {
  name: 'videos',
  schema: videoSchema,
  sortField: 'createdAt',
  filters: {
    sourceId: textField('sourceId'),
    sha256: textField('sha256'),
    uploadedBy: textField('uploadedBy'),
    originalRemoved: booleanField('originalRemoved'),
  },
  unique: [],
  text: ['name'],
  combined: [],
};

const analyses: CollectionDeclaration<Analysis, AnalysisFilter> = {
  name: 'analyses',
  schema: analysisSchema,
  sortField: 'createdAt',
  filters: { videoId: textField('videoId'), jobId: textField('jobId') },
  unique: [],
  text: [],
  combined: [],
};

const incidents: CollectionDeclaration<IncidentRecord, IncidentFilter> = {
  name: 'incidents',
  schema: incidentRecordSchema,
  sortField: 'occurredAt',
  filters: {
    sourceId: textField('sourceId'),
    videoId: textField('videoId'),
    analysisId: textField('analysisId'),
    kind: textsField('kinds'),
    severity: textField('severity'),
    status: textField('status'),
    tag: textsField('tags'),
    assignedTo: textField('assignedTo'),
    held: booleanField('held'),
    announced: booleanField('announced'),
  },
  unique: [],
  text: ['title', 'caption', 'transcript', 'note', 'tags', 'sourceName'],
  combined: [
    ['sourceId', 'severity'],
    ['sourceId', 'status'],
    ['severity', 'status'],
    ['kind', 'sourceId'],
    ['kind', 'severity'],
    ['kind', 'status'],
    ['assignedTo', 'status'],
    ['analysisId', 'announced'],
  ],
};

const corrections: CollectionDeclaration<Correction, CorrectionFilter> = {
  name: 'corrections',
  schema: correctionSchema,
  sortField: 'createdAt',
  filters: { profileId: textField('profileId') },
  unique: [],
  text: [],
  combined: [],
};

const jobs: CollectionDeclaration<Job, JobFilter> = {
  name: 'jobs',
  schema: jobSchema,
  sortField: 'createdAt',
  filters: {
    state: textField('state'),
    type: textField('type'),
    subjectId: textField('subjectId'),
    fairnessKey: textField('fairnessKey'),
  },
  unique: ['idempotencyKey'],
  text: [],
  combined: [['state', 'type']],
};

const apiKeys: CollectionDeclaration<ApiKey, ApiKeyFilter> = {
  name: 'apiKeys',
  schema: apiKeySchema,
  sortField: 'createdAt',
  filters: { hash: textField('hash'), ownerId: textField('ownerId') },
  unique: ['hash'],
  text: [],
  combined: [],
};

const audit: CollectionDeclaration<AuditEntry, AuditFilter> = {
  name: 'audit',
  schema: auditEntrySchema,
  sortField: 'createdAt',
  filters: { actorId: textField('actor.id'), action: textField('action'), target: textField('target') },
  unique: [],
  text: [],
  combined: [],
};

const deliveries: CollectionDeclaration<Delivery, DeliveryFilter> = {
  name: 'deliveries',
  schema: deliverySchema,
  sortField: 'createdAt',
  filters: { state: textField('state'), ruleId: textField('ruleId'), incidentId: textField('incidentId') },
  unique: [],
  text: [],
  combined: [['ruleId', 'state']],
};

const reviewMarks: CollectionDeclaration<ReviewMark, ReviewMarkFilter> = {
  name: 'reviewMarks',
  schema: reviewMarkSchema,
  sortField: 'createdAt',
  filters: { userId: textField('userId'), incidentId: textField('incidentId') },
  unique: [],
  text: [],
  combined: [],
};

/** Declarations of all collections of records, by name. */
export const collections = {
  videos,
  analyses,
  incidents,
  profiles: unfiltered('profiles', profileRecordSchema),
  corrections,
  cameras: unfiltered('cameras', cameraSchema),
  rules: unfiltered('rules', ruleSchema),
  evaluations: unfiltered('evaluations', evaluationRecordSchema),
  jobs,
  apiKeys,
  audit,
  settings: unfiltered('settings', settingsSchema),
  serviceStates: unfiltered('serviceStates', serviceStateSchema),
  notificationRules: unfiltered('notificationRules', notificationRuleSchema),
  deliveries,
  reviewMarks,
  savedViews: unfiltered('savedViews', savedViewsSchema),
  labelSets: unfiltered('labelSets', labelSetSchema),
} as const satisfies Record<CollectionName, object>;

function unfiltered<R extends StoredRecord>(name: CollectionName, schema: z.ZodType<R>): CollectionDeclaration<R, NoFilter> {
  return { name, schema, sortField: 'createdAt', filters: {}, unique: [], text: [], combined: [] };
}
