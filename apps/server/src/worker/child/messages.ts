import type { AnalysisResult, ErrorBody, EvaluationLabels, Incident, JobProgress, ProfileRecord } from '@vigil/contracts';
import type { FootageRange } from '@vigil/pipeline';

/** One file that a task reads. */
export interface TaskFile {
  readonly path: string;
  /** What people call it. */
  readonly name: string;
}

/** A file with the stretch of it that is normal; null for all of it. */
export interface TaskFootage extends TaskFile {
  readonly videoId: string;
  readonly range: FootageRange | null;
}

/** Finds the incidents of a video. */
export interface AnalyseTask {
  readonly kind: 'analyse';
  readonly file: TaskFile;
  /** Part of the incidents' ids. */
  readonly sourceId: string;
  /** Null compares the video with itself. */
  readonly profilePath: string | null;
  readonly budgetIncidentsPerDay: number;
  readonly workFolder: string;
  /** Where `incidents.json`, `timeline.bin`, `report.html`, `key-frames/` and `clips/` are written. */
  readonly outputFolder: string;
}

/** Learns or extends a profile. */
export interface LearnTask {
  readonly kind: 'learn';
  readonly name: string;
  readonly footage: readonly TaskFootage[];
  /** The profile to extend; null learns a new one. */
  readonly previousPath: string | null;
  readonly workFolder: string;
  /** Where the profile is written. */
  readonly outputPath: string;
}

/** A video that a correction is tried on. */
export interface CorrectedVideo {
  readonly file: TaskFile;
  readonly sourceId: string;
  readonly budgetIncidentsPerDay: number;
}

/** Tries what extending a profile would change. */
export interface PreviewCorrectionTask {
  readonly kind: 'preview-correction';
  readonly profilePath: string;
  readonly footage: readonly TaskFootage[];
  readonly videos: readonly CorrectedVideo[];
  readonly workFolder: string;
}

/** Evaluates a data set. */
export interface EvaluateTask {
  readonly kind: 'evaluate';
  /** Folder of `dataset.json`. */
  readonly folder: string;
  readonly budgetIncidentsPerDay: number;
  readonly workFolder: string;
  readonly reportPath: string;
  /** Where the outcome is written as JSON. */
  readonly outcomePath: string;
  /** Where the `dataset.json` is written that was measured. */
  readonly labelsPath: string;
}

/** Builds a model into the model cache. */
export interface BuildModelTask {
  readonly kind: 'build-model';
  /** Name of its folder in the model cache. */
  readonly model: string;
}

/** Work that the models take part in. */
export type SensingTask = AnalyseTask | LearnTask | PreviewCorrectionTask | EvaluateTask;

/** What an analysis process is told to do: paths and numbers, nothing of the store. */
export type Task = SensingTask | BuildModelTask;

/** A stretch of time in which something was raised, media seconds. */
export interface RaisedSpan {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** What each kind of task answers. */
export interface TaskAnswers {
  /** Without the timeline, which is in `incidents.json`. */
  readonly analyse: Omit<AnalysisResult, 'timeline'>;
  readonly learn: {
    readonly profileVersion: string;
    readonly sources: ProfileRecord['sources'];
    readonly calibrationSeconds: number;
  };
  /** For each video what is raised with the profile as it is, and with the extended one. */
  readonly 'preview-correction': readonly { readonly before: readonly RaisedSpan[]; readonly after: readonly RaisedSpan[] }[];
  readonly evaluate: {
    readonly figures: Readonly<Record<string, number | null>>;
    /** Of the labels that were measured. */
    readonly labels: Omit<EvaluationLabels, 'labelSet'>;
  };
  readonly 'build-model': { readonly version: string };
}

/** Facts that hold for every task of a process. */
export interface ProcessFacts {
  readonly modelCacheFolder: string;
  readonly poseModel: string;
  /** Version of the product, for records. */
  readonly version: string;
  /** What is added to this machine's clock to get the supervisor's, milliseconds. */
  readonly clockOffsetMs: number;
}

/** What the supervisor tells an analysis process. */
export type ToAnalysisProcess =
  | { readonly type: 'task'; readonly task: Task; readonly facts: ProcessFacts }
  /** The lease of the job holds for so long from now on; the process ends itself where it hears no more. */
  | { readonly type: 'lease'; readonly validMs: number }
  /** Write a checkpoint and end. */
  | { readonly type: 'pause' };

/** What an analysis process tells its supervisor. */
export type FromAnalysisProcess =
  | { readonly type: 'progress'; readonly progress: JobProgress }
  | { readonly type: 'checkpoint'; readonly mediaSeconds: number }
  /** Incidents that were decided now; their evidence is still to be cut. */
  | { readonly type: 'incidents'; readonly incidents: readonly Incident[]; readonly decidedAt: string }
  | { readonly type: 'answer'; readonly answer: TaskAnswers[keyof TaskAnswers] }
  | { readonly type: 'error'; readonly error: ErrorBody };
