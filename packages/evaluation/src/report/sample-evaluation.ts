import type { ClipEvaluation, EvaluationResult } from '../evaluation-result.ts';
import { detectionDelays } from '../metrics/alarms.ts';
import { confusion, precisionRecallF1 } from '../metrics/classification.ts';
import { eventDelays } from '../metrics/event-alarms.ts';
import { decimateCurve } from '../metrics/decimate-curve.ts';
import { concatenateClips, macroAuc, microAuc } from '../metrics/frame-auc.ts';
import { averagePrecision, precisionRecallCurve } from '../metrics/precision-recall.ts';
import { randomScores } from '../metrics/random-scores.ts';
import { equalErrorRate, rocAuc, rocCurve } from '../metrics/roc.ts';
import { gaussianSmooth } from '../metrics/smoothing.ts';

const framesPerClip = 180;

/** A made-up evaluation for tests of the page, its figures computed from made-up scores. */
export function sampleEvaluation(): EvaluationResult {
  const made = [0, 1, 2, 3, 4].map(sampleClip);
  const { scores, labels } = concatenateClips(made);
  const predictions = made.map(({ clip }) => ({ actual: clip.label ?? 'normal', predicted: clip.predicted ?? 'normal' }));
  return {
    format: 'vigil-evaluation',
    formatVersion: 1,
    name: 'sample-courtyard',
    task: 'one-class',
    labels: { sha256: 'a1'.repeat(32), datasetSha256: 'b2'.repeat(32) },
    sigmaFrames: 2,
    trainClips: 8,
    testClips: made.length,
    scoredFrames: scores.length,
    anomalousShare: labels.reduce((sum, label) => sum + label, 0) / labels.length,
    microAuc: microAuc(made),
    macroAuc: macroAuc(made),
    equalErrorRate: equalErrorRate(scores, labels),
    averagePrecision: averagePrecision(scores, labels),
    roc: decimateCurve(rocCurve(scores, labels) ?? [], 200, (point) => [point.falsePositiveRate, point.truePositiveRate]),
    precisionRecall: decimateCurve(precisionRecallCurve(scores, labels) ?? [], 200, (point) => [point.recall, point.precision]),
    framesPerSecond: 96.4,
    timesRealTime: 9.6,
    controls: { frameIndex: 0.742, blobCount: 0.45 },
    perModality: {
      motion: { microAuc: 0.981, macroAuc: 0.986, leftOutFrames: 40 },
      appearance: { microAuc: 0.952, macroAuc: null, leftOutFrames: 0 },
      objects: { microAuc: null, macroAuc: null, leftOutFrames: 0 },
    },
    perKind: { fall: precisionRecallF1(predictions, 'fall') },
    confusion: confusion(predictions),
    clipAreas: { fall: { auc: 0.973, low: 0.92, high: 1 } },
    perActivity: [
      { activity: 'fall backwards', label: 'fall', clips: 4, right: 4 },
      { activity: 'lying down', label: 'normal', clips: 4, right: 3 },
    ],
    hardNegatives: { clips: 4, falseAlarms: 1 },
    lyingDelay: eventDelays([0.4, 1.1, null, -0.2], 2),
    comparisons: [
      {
        name: 'fall by box shape alone',
        score: precisionRecallF1(predictions, 'fall'),
        area: { auc: 0.83, low: 0.7, high: 0.93 },
      },
    ],
    sounds: null,
    perClip: made.map(({ clip }) => clip),
    delay: detectionDelays(
      made.map(({ clip }) => ({ labelled: clip.labelled ?? [], alarms: clip.alarms, durationSeconds: clip.durationSeconds })),
    ),
    alarmsPerHour: 42.5,
    falseAlarmsPerHour: 6.1,
    budget: {
      incidentsPerDay: 5,
      thresholdSurprise: 3.1,
      expectedPerDay: 4.8,
      calibrationSeconds: 255,
      enoughData: false,
      summary:
        'At most 5 incidents a day are promised; 4 min 15 s of calibration footage give about 4.8 a day at this threshold.',
    },
    warnings: ['Appearance could not be scored on test/03.mp4: nothing moves in it.'],
    versions: { vigil: '0.1.0', onnxruntime: '1.30.0' },
    settings: { analysis: { framesPerSecond: 10 }, sigmaFrames: 2 },
  };
}

function sampleClip(number: number): { clip: ClipEvaluation; scores: Float64Array; labels: Uint8Array } {
  const first = 40 + number * 17;
  const last = first + 60;
  const labels = Uint8Array.from({ length: framesPerClip }, (_, frame) =>
    number > 0 && frame >= first && frame <= last ? 1 : 0,
  );
  const noise = randomScores(framesPerClip, number + 1, 1000).scores;
  const scores = gaussianSmooth(
    noise.map((value, frame) => 3 * value + 0.45 * (labels[frame] as number)),
    2,
  );
  const labelled = number === 0 ? [] : [{ startSeconds: first / 10, endSeconds: last / 10 }];
  const clip: ClipEvaluation = {
    file: `test/0${number + 1}.mp4`,
    name: null,
    label: number === 0 ? 'normal' : 'fall',
    predicted: number === 3 ? 'normal' : number === 0 ? 'normal' : 'fall',
    peakScore: Math.max(...scores),
    auc: rocAuc(scores, labels),
    durationSeconds: framesPerClip / 10,
    seconds: Array.from(scores, (_, frame) => frame / 10),
    scores: Array.from(scores),
    labelled,
    alarms:
      number === 3 ? [] : labelled.map(({ startSeconds, endSeconds }) => ({ startSeconds: startSeconds + 0.6, endSeconds })),
  };
  return { clip, scores, labels };
}
