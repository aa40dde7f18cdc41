import type { EvaluationOutcome } from '@vigil/contracts';

const points = 120;

/** What an evaluation might have found, its curves bent so that the area under the ROC curve is about `auc`. */
export function sampleOutcome(auc: number): EvaluationOutcome {
  // y = x^power has the area 1 / (1 + power)
  const power = 1 / auc - 1;
  const places = Array.from({ length: points + 1 }, (_, i) => i / points);
  const areas = (microAuc: number) => ({ microAuc, macroAuc: microAuc - 0.01, leftOutFrames: 250 });
  return {
    name: 'Entrance',
    task: 'event',
    trainClips: 1,
    testClips: 2,
    scoredFrames: 3000,
    anomalousShare: 0.15,
    microAuc: auc,
    macroAuc: auc - 0.01,
    equalErrorRate: 1 - auc,
    averagePrecision: auc - 0.05,
    roc: places.map((place) => ({ falsePositiveRate: place, truePositiveRate: place ** power })),
    precisionRecall: places.map((place) => ({ recall: place, precision: 1 - 0.85 * place ** (4 + 20 * (auc - 0.8)) })),
    timesRealTime: 11.4,
    perModality: {
      motion: areas(auc - 0.08),
      appearance: areas(auc - 0.12),
      objects: areas(0.6),
      pose: areas(auc - 0.02),
      camera: { microAuc: 0.72, macroAuc: 0.71, leftOutFrames: 0 },
    },
    perKind: {
      camera: { precision: 1, recall: 1, f1: 1, truePositives: 1, falsePositives: 0, falseNegatives: 0 },
      fall: { precision: 0.5, recall: 1, f1: 0.667, truePositives: 1, falsePositives: 1, falseNegatives: 0 },
    },
    delay: { medianSeconds: 1.1, meanSeconds: 1.3, detected: 2, missed: 1 },
    alarmsPerHour: 90,
    falseAlarmsPerHour: 100 * (1 - auc),
    hardNegatives: null,
    budget: {
      incidentsPerDay: 5,
      enoughData: false,
      summary:
        'At most 5 incidents a day are promised; 60 s of calibration footage are too short to tell how many there will be.',
    },
    perClip: [
      {
        file: 'clips/fall-clip.mp4',
        name: 'entrance-rehearsal-of-two-falls.mp4',
        label: 'fall',
        predicted: 'fall',
        auc: auc - 0.02,
        peakScore: 6.2,
        durationSeconds: 60,
        labelled: [
          { startSeconds: 4, endSeconds: 9.5 },
          { startSeconds: 31.2, endSeconds: 36 },
        ],
        alarms: [
          { startSeconds: 5.1, endSeconds: 9 },
          { startSeconds: 44, endSeconds: 46.5 },
        ],
      },
      {
        file: 'clips/covered-clip.mp4',
        name: 'entrance-somebody-covers-the-lens.mp4',
        label: 'camera',
        predicted: 'fall',
        auc: null,
        peakScore: 9.4,
        durationSeconds: 60,
        labelled: [{ startSeconds: 20, endSeconds: 28 }],
        alarms: [{ startSeconds: 20.4, endSeconds: 28 }],
      },
    ],
    warnings: [
      'In one clip the camera was at fault. There the score of a frame is what the camera itself says (the alarm threshold times the strength of the fault), and the frames are left out of the figures of the senses that look at the picture.',
    ],
    versions: { features: '7', detector: 'coco-ssd-mobilenet-v2' },
  };
}
