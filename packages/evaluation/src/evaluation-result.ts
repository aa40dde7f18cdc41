import type { AucInterval } from './metrics/auc-interval.ts';
import type { EventDelays } from './metrics/event-alarms.ts';
import type { Modality } from '@vigil/contracts';
import type { DetectionDelays, TimeRange } from './metrics/alarms.ts';
import type { Confusion, KindScore } from './metrics/classification.ts';
import type { PrecisionRecallPoint } from './metrics/precision-recall.ts';
import type { RocPoint } from './metrics/roc.ts';
import type { SoundEvaluation } from './sounds/sound-figures.ts';

/** Areas under the ROC curve of frame scores, 0 to 1; null where the labels do not allow one. */
export interface FrameAreas {
  /** Over all frames concatenated, no clip normalised. */
  readonly microAuc: number | null;
  /** Mean over clips that have both classes. */
  readonly macroAuc: number | null;
}

/** Areas of one sense alone. */
export interface SenseAreas extends FrameAreas {
  /** Labelled frames that they leave out: the camera was at fault, so that the sense says nothing of them. */
  readonly leftOutFrames: number;
}

/** Micro AUC of scores that see no picture: what a data set gives away by itself. */
export interface EvaluationControls {
  /** Score = frame number within the clip. */
  readonly frameIndex: number | null;
  /** Score = number of moving blobs. */
  readonly blobCount: number | null;
}

/** One clip of the test split. */
export interface ClipEvaluation {
  readonly file: string;
  /** What people call it; null where the data set does not say. */
  readonly name: string | null;
  /** Label of the whole clip; null where the data set has none. */
  readonly label: string | null;
  /** What the clip was taken for; null where the data set has no clip labels. */
  readonly predicted: string | null;
  /** Highest smoothed score of the clip; null for a clip without analysed frames. */
  readonly peakScore: number | null;
  /** ROC AUC of this clip alone; null where it lacks one of the classes. */
  readonly auc: number | null;
  readonly durationSeconds: number;
  /** Media times of the scored frames, seconds, ascending. */
  readonly seconds: readonly number[];
  /** Smoothed scores, one a time; while the camera is at fault at least what the camera itself says. */
  readonly scores: readonly number[];
  /** Labelled anomalous stretches; null where the clip has no frame labels. */
  readonly labelled: readonly TimeRange[] | null;
  /** Incidents at the budget's threshold. */
  readonly alarms: readonly TimeRange[];
}

/** The alarm budget as the evaluation applied it. */
export interface EvaluationBudget {
  readonly incidentsPerDay: number;
  /** Fused surprise at which an incident opens, −log10 p. */
  readonly thresholdSurprise: number;
  readonly expectedPerDay: number;
  readonly calibrationSeconds: number;
  readonly enoughData: boolean;
  readonly summary: string;
}

/** Clips of one activity. */
export interface ActivityFigures {
  readonly activity: string;
  readonly label: string;
  readonly clips: number;
  /** Taken for what they are. */
  readonly right: number;
}

/** What `vigil eval --json` prints. A figure that the data set's labels do not allow is null, never a filler. */
export interface EvaluationResult extends FrameAreas {
  readonly format: 'vigil-evaluation';
  readonly formatVersion: 1;
  readonly name: string;
  readonly task: 'one-class' | 'event' | 'audio' | 'unlabelled';
  /** Which labels were measured. */
  readonly labels: {
    /** SHA-256 of all that the figures depend on beside the footage; the same for the same labels, whatever file they are written in. */
    readonly sha256: string;
    /** SHA-256 of `dataset.json` as it was read. */
    readonly datasetSha256: string;
  };
  /** Standard deviation of the Gaussian that smooths each clip's scores, analysed frames. */
  readonly sigmaFrames: number;
  readonly trainClips: number;
  readonly testClips: number;
  readonly scoredFrames: number;
  /** Share of scored frames that are labelled anomalous, 0 to 1. */
  readonly anomalousShare: number | null;
  readonly equalErrorRate: number | null;
  readonly averagePrecision: number | null;
  /** Decimated for drawing; null without both classes. */
  readonly roc: readonly RocPoint[] | null;
  /** Decimated for drawing; null without anomalous frames. */
  readonly precisionRecall: readonly PrecisionRecallPoint[] | null;
  /** Analysed frames a second of wall clock, test split. */
  readonly framesPerSecond: number | null;
  /** Seconds of footage analysed in a second of wall clock, test split. */
  readonly timesRealTime: number | null;
  readonly controls: EvaluationControls;
  readonly perModality: Readonly<Partial<Record<Modality, SenseAreas>>>;
  /** By the data set's label. */
  readonly perKind: Readonly<Record<string, KindScore>>;
  /** Clip labels against predictions; null where clips have no labels. */
  readonly confusion: Confusion | null;
  /** By label of events that have a kind of their own: how well its strength tells clips with the event from clips without. */
  readonly clipAreas: Readonly<Record<string, AucInterval>>;
  /** By what people do in the clips; empty where the data set does not say. */
  readonly perActivity: readonly ActivityFigures[];
  /** Clips that are easily taken for an event and are none; null where the data set names none. */
  readonly hardNegatives: { readonly clips: number; readonly falseAlarms: number } | null;
  /** Alarms against the moment at which a body is down; null where the data set does not say when that is. */
  readonly lyingDelay: EventDelays | null;
  /** Simpler rules, on the same clips in the same run. */
  readonly comparisons: readonly { readonly name: string; readonly score: KindScore; readonly area: AucInterval | null }[];
  /** What was heard, by label; null but for data sets of sounds. */
  readonly sounds: SoundEvaluation | null;
  readonly perClip: readonly ClipEvaluation[];
  /** Null where no clip has frame labels. */
  readonly delay: DetectionDelays | null;
  /** Alarms at the budget's threshold, an hour of test footage. */
  readonly alarmsPerHour: number | null;
  /** Those of them that meet no labelled event, an hour of normal footage; null without labels. */
  readonly falseAlarmsPerHour: number | null;
  readonly budget: EvaluationBudget | null;
  readonly warnings: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
}
