import { writeFile } from 'node:fs/promises';
import { type EvaluationResult, renderEvaluationReport, runEvaluation } from '@vigil/evaluation';
import { writeFailure } from '@vigil/pipeline';
import type { EvaluateTask, TaskAnswers } from './messages.ts';
import type { TaskContext } from './task-context.ts';

/** Evaluates a data set and writes the page. */
export async function runEvaluateTask(task: EvaluateTask, context: TaskContext): Promise<TaskAnswers['evaluate']> {
  const result = await runEvaluation({
    folder: task.folder,
    senses: context.senses,
    workFolder: task.workFolder,
    budgetIncidentsPerDay: task.budgetIncidentsPerDay,
    signal: context.pause,
    onProgress: context.onProgress,
  });
  try {
    await writeFile(task.reportPath, renderEvaluationReport(result), { flush: true });
  } catch (cause) {
    throw writeFailure(task.reportPath, cause);
  }
  return { figures: figuresOf(result) };
}

function figuresOf(result: EvaluationResult): Record<string, number | null> {
  const { hardNegatives, delay } = result;
  return {
    trainClips: result.trainClips,
    testClips: result.testClips,
    scoredFrames: result.scoredFrames,
    anomalousShare: result.anomalousShare,
    microAuc: result.microAuc,
    macroAuc: result.macroAuc,
    equalErrorRate: result.equalErrorRate,
    averagePrecision: result.averagePrecision,
    framesPerSecond: result.framesPerSecond,
    timesRealTime: result.timesRealTime,
    alarmsPerHour: result.alarmsPerHour,
    falseAlarmsPerHour: result.falseAlarmsPerHour,
    hardNegativeFalseAlarms: hardNegatives?.falseAlarms ?? null,
    medianDelaySeconds: delay?.medianSeconds ?? null,
    ...Object.fromEntries(Object.entries(result.perKind).map(([kind, { f1 }]) => [`f1 ${kind}`, f1])),
    ...Object.fromEntries(Object.entries(result.clipAreas).map(([label, { auc }]) => [`clipAuc ${label}`, auc])),
  };
}
