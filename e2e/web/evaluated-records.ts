import { join } from 'node:path';
import type { EvaluationLabels, EvaluationOutcome, EvaluationRecord, Incident, LabelledClip } from '@vigil/contracts';
import { openDiskMediaStore } from '@vigil/media-store';
import { addAnalysis, addIncident, addProfile, addVideo } from '@vigil/server/testing';
import { openSqliteStore } from '@vigil/store';
import { sampleOutcome } from './sample-outcome.ts';

/** Records that {@link addEvaluated} makes. */
export const evaluated = {
  labelSet: 'sample-labels',
  /** The newest run, and an older one on the same labels that was better in some figures. */
  evaluation: 'sample-evaluation-3',
  sameLabels: 'sample-evaluation-2',
  otherLabels: 'sample-evaluation-1',
  profile: 'sample-profile',
  /** Raised against the profile, and called normal: its receipt is worked out. */
  incident: 'incident-called-normal',
} as const;

const requestedBy = 'somebody';
const clips: readonly LabelledClip[] = [
  { videoId: 'normal-clip', use: 'learn', events: [] },
  {
    videoId: 'fall-clip',
    use: 'measure',
    events: [
      { startSeconds: 4, endSeconds: 9.5, kind: 'fall' },
      { startSeconds: 31.2, endSeconds: 36, kind: 'fall' },
    ],
  },
  { videoId: 'covered-clip', use: 'measure', events: [{ startSeconds: 20, endSeconds: 28, kind: 'camera' }] },
];
const names: Readonly<Record<string, string>> = {
  'normal-clip': 'entrance-monday-morning.mp4',
  'fall-clip': 'entrance-rehearsal-of-two-falls.mp4',
  'covered-clip': 'entrance-somebody-covers-the-lens.mp4',
};

/** What a rule says, beside a sense that found the moment rare too. */
const evidence: Incident['evidence'] = [
  {
    modality: 'pose',
    state: 'used',
    pValue: 0.0625,
    share: 0.6,
    summary:
      'The body came down by 0.7 of its length and was down for 4.1 s. Nothing of the kind in 2 min 30 s of normal footage.',
    peakSeconds: 12,
    nearestNormal: [],
    details: { dropBodyLengths: 0.7, downSeconds: 4.1, strength: 1.8 },
  },
  {
    modality: 'motion',
    state: 'used',
    pValue: 0.0021,
    share: 0.4,
    summary: 'Motion of 0.31 picture heights a second where 0.12 is usual.',
    peakSeconds: 11.6,
    nearestNormal: [],
    details: { speedHeightsPerSecond: 0.31 },
  },
];

/**
 * Puts a label set, three evaluations, and a profile with a correction into the store of a data folder before the services start. The
 * files of the evaluations are there, those of the videos are gone.
 */
export async function addEvaluated(folder: string): Promise<void> {
  await using store = await openSqliteStore({ file: join(folder, 'vigil.sqlite') });
  await using media = await openDiskMediaStore({ folder: join(folder, 'media'), quotaBytes: null, reserveBytes: 0 });
  for (const [id, name] of Object.entries(names)) await addVideo(store, id, { name, originalRemoved: true });
  const set = await store.labelSets.insert({
    id: evaluated.labelSet,
    name: 'Entrance',
    clips: [...clips],
    createdBy: requestedBy,
  });

  const labelSet = { id: set.id, version: set.version, updatedAt: set.updatedAt };
  const same: EvaluationLabels = { sha256: 'a1'.repeat(32), datasetSha256: 'b2'.repeat(32), labelSet };
  const runs: readonly { readonly id: string; readonly labels: EvaluationLabels; readonly outcome: EvaluationOutcome }[] = [
    { id: evaluated.otherLabels, labels: { ...same, sha256: 'c3'.repeat(32) }, outcome: sampleOutcome(0.88) },
    { id: evaluated.sameLabels, labels: same, outcome: sampleOutcome(0.97) },
    { id: evaluated.evaluation, labels: same, outcome: sampleOutcome(0.94) },
  ];
  for (const { id, labels, outcome } of runs) {
    const report = await media.write(`reports/${id}.html`, '<!doctype html><title>Report</title>');
    await media.write(`reports/${id}.json`, JSON.stringify(outcome));
    await media.write(`reports/${id}.labels.json`, JSON.stringify(datasetOf()));
    await store.evaluations.insert({ ...done, id, labels, figures: figuresOf(outcome), reportKey: report.key });
  }

  const profile = await addProfile(store, evaluated.profile, { name: 'entrance' });
  const ofProfile = { profileId: profile.id, profileVersion: profile.profileVersion };
  const analysisId = 'analysis-with-a-profile';
  await addAnalysis(store, analysisId, { videoId: 'fall-clip', ...ofProfile });
  const ids = [evaluated.incident, 'incident-that-would-vanish', 'incident-that-would-be-missed'];
  for (const id of ids) {
    const status = id === ids[2] ? ('confirmed' as const) : ('new' as const);
    const found = {
      kinds: ['pose.fall' as const, 'motion.speed' as const],
      title: 'Somebody falls',
      baseline: 'profile' as const,
    };
    await addIncident(store, id, { videoId: 'fall-clip', analysisId, status, severity: 'critical', ...found, evidence });
  }
  await store.corrections.insert({
    id: 'sample-correction',
    profileId: profile.id,
    profileVersion: profile.profileVersion ?? '',
    incidentIds: [evaluated.incident],
    state: 'ready',
    error: null,
    vanishing: ids,
    missedConfirmed: [ids[2]],
    additional: 1,
    createdBy: requestedBy,
  });
}

const done: Omit<EvaluationRecord, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'labels' | 'figures' | 'reportKey'> = {
  dataset: 'Entrance',
  jobId: 'sample-job',
  budgetIncidentsPerDay: null,
  labelSetId: evaluated.labelSet,
  state: 'done',
  error: null,
  requestedBy,
};

function figuresOf({ microAuc, macroAuc, averagePrecision, equalErrorRate, ...outcome }: EvaluationOutcome) {
  const { alarmsPerHour, falseAlarmsPerHour, delay, timesRealTime, testClips, trainClips } = outcome;
  const areas = { microAuc, macroAuc, averagePrecision, equalErrorRate };
  const medianDelaySeconds = delay?.medianSeconds ?? null;
  const alarms = { alarmsPerHour, falseAlarmsPerHour, medianDelaySeconds, 'f1 fall': 1, 'f1 camera': microAuc };
  return { ...areas, ...alarms, timesRealTime, testClips, trainClips };
}

/** The labels as an evaluation keeps them. */
function datasetOf(): object {
  return {
    name: 'Entrance',
    task: 'event',
    framesPerSecond: 25,
    clips: clips.map(({ videoId, use, events }) => ({
      file: `clips/${videoId}.mp4`,
      split: use === 'learn' ? 'train' : 'test',
      label: events.at(0)?.kind ?? 'normal',
      anomalousFrames: events.map(({ startSeconds, endSeconds }) => [25 * startSeconds, 25 * endSeconds]),
      events,
      name: names[videoId],
      durationSeconds: 60,
    })),
  };
}
