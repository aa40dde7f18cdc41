import type { LabelSet, NotificationRule } from '@vigil/contracts';
import type { MediaStore } from '@vigil/media-store';
import type { NewRecord, Store } from '@vigil/store';
import { addAnalysis, addProfile, addVideo } from '@vigil/server/testing';
import { knownRecords as known, spareRecord } from './known-ids.ts';

const by = 'user-operator';

/** Records of what people make: corrections, evaluations, labels, rules; and jobs that wait. */
export async function addPeoplesRecords(store: Store, media: MediaStore): Promise<void> {
  await addJobs(store);
  await store.corrections.insert({
    id: known.correction,
    profileId: known.profile,
    profileVersion: 'version-2',
    incidentIds: [known.incident],
    state: 'ready',
    error: null,
    vanishing: [known.incident],
    missedConfirmed: [],
    additional: 0,
    createdBy: by,
  });
  await addEvaluation(store, media);
  const clips: LabelSet['clips'] = [
    { videoId: known.video, use: 'measure', events: [{ startSeconds: 0.5, endSeconds: 1, kind: 'fall' }] },
  ];
  for (const id of [known.labelSet, spareRecord]) await store.labelSets.insert({ id, name: id, clips, createdBy: by });
  for (const id of [known.rule, spareRecord]) await store.notificationRules.insert(ruleOf(id));
  await store.deliveries.insert({
    id: known.delivery,
    ruleId: known.rule,
    incidentId: known.incident,
    state: 'failed',
    attempts: 8,
    notBefore: new Date(0).toISOString(),
    problem: 'nobody answers',
    sentAt: null,
  });
  await addVideo(store, spareRecord);
  await addProfile(store, spareRecord);
}

async function addJobs(store: Store): Promise<void> {
  const job = { fairnessKey: by, subjectId: known.video };
  const payload = { type: 'analyse-video', videoId: known.video, analysisId: known.queuedAnalysis } as const;
  await store.jobs.enqueue({ ...job, id: 'queued-job', idempotencyKey: 'queued-job', payload });
  await addAnalysis(store, known.queuedAnalysis, { videoId: known.video, jobId: 'queued-job', state: 'queued' });
  const previews = { type: 'make-previews', videoId: known.video } as const;
  await store.jobs.enqueue({ ...job, id: known.job, idempotencyKey: known.job, payload: previews });
}

async function addEvaluation(store: Store, media: MediaStore): Promise<void> {
  const { key } = await media.write(`reports/${known.evaluation}.html`, '<!doctype html><title>Walks</title>');
  await media.write(`reports/${known.evaluation}.json`, JSON.stringify(sampleOutcome));
  const dataset = { name: 'walks', task: 'unlabelled', clips: [{ file: 'a.mp4' }] };
  await media.write(`reports/${known.evaluation}.labels.json`, JSON.stringify(dataset));
  await store.evaluations.insert({
    id: known.evaluation,
    dataset: 'walks',
    jobId: 'evaluation-job',
    budgetIncidentsPerDay: null,
    labelSetId: null,
    labels: { sha256: 'a'.repeat(64), datasetSha256: 'b'.repeat(64), labelSet: null },
    state: 'done',
    error: null,
    figures: { microAuc: 0.9 },
    reportKey: key,
    requestedBy: by,
  });
}

const sampleOutcome = {
  name: 'walks',
  task: 'unlabelled',
  trainClips: 0,
  testClips: 1,
  scoredFrames: 10,
  anomalousShare: null,
  microAuc: null,
  macroAuc: null,
  equalErrorRate: null,
  averagePrecision: null,
  roc: null,
  precisionRecall: null,
  timesRealTime: 5,
  perModality: {},
  perKind: {},
  delay: null,
  alarmsPerHour: 0,
  falseAlarmsPerHour: null,
  hardNegatives: null,
  budget: null,
  perClip: [],
  versions: {},
  warnings: [],
};

function ruleOf(id: string): NewRecord<NotificationRule> {
  return {
    id,
    name: id,
    enabled: true,
    target: { channel: 'webhook', url: 'https://hooks.example/vigil', secret: 'a secret of this run' },
    leastSeverity: 'warning',
    kinds: [],
    sourceIds: [],
    schedule: null,
    coolDownSeconds: 60,
    snoozedUntil: null,
    ownerId: by,
  };
}
