import { writeFile } from 'node:fs/promises';
import type { EvaluationOutcome } from '@vigil/contracts';
import { type EvaluationResult, renderEvaluationReport, runEvaluation } from '@vigil/evaluation';
import { writeFailure } from '@vigil/pipeline';
import type { EvaluateTask, TaskAnswers } from './messages.ts';
import type { TaskContext } from './task-context.ts';

/** Evaluates a data set and writes the page, the outcome and the labels that were measured. */
export async function runEvaluateTask(task: EvaluateTask, context: TaskContext): Promise<TaskAnswers['evaluate']> {
  let dataset = '';
  const result = await runEvaluation({
    folder: task.folder,
    senses: context.senses,
    workFolder: task.workFolder,
    budgetIncidentsPerDay: task.budgetIncidentsPerDay,
    signal: context.pause,
    onProgress: context.onProgress,
    onDataset: (text) => (dataset = text),
  });
  const files = [
    [task.reportPath, renderEvaluationReport(result)],
    [task.outcomePath, JSON.stringify(outcomeOf(result))],
    [task.labelsPath, dataset],
  ] as const;
  for (const [path, text] of files) {
    try {
      await writeFile(path, text, { flush: true });
    } catch (cause) {
      throw writeFailure(path, cause);
    }
  }
  return { figures: figuresOf(result), labels: result.labels };
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

/** The result without the scores of single frames, which only the page draws. */
function outcomeOf(result: EvaluationResult): EvaluationOutcome {
  const { roc, precisionRecall, delay, budget } = result;
  return {
    name: result.name,
    task: result.task,
    trainClips: result.trainClips,
    testClips: result.testClips,
    scoredFrames: result.scoredFrames,
    anomalousShare: result.anomalousShare,
    microAuc: result.microAuc,
    macroAuc: result.macroAuc,
    equalErrorRate: result.equalErrorRate,
    averagePrecision: result.averagePrecision,
    timesRealTime: result.timesRealTime,
    alarmsPerHour: result.alarmsPerHour,
    falseAlarmsPerHour: result.falseAlarmsPerHour,
    hardNegatives: result.hardNegatives,
    roc: roc?.map(({ falsePositiveRate, truePositiveRate }) => ({ falsePositiveRate, truePositiveRate })) ?? null,
    precisionRecall: precisionRecall?.map(({ recall, precision }) => ({ recall, precision })) ?? null,
    perModality: result.perModality,
    perKind: Object.fromEntries(
      Object.entries(result.perKind).map(([kind, { trueNegatives: _trueNegatives, ...score }]) => [kind, score]),
    ),
    delay: delay && {
      medianSeconds: delay.medianSeconds,
      meanSeconds: delay.meanSeconds,
      detected: delay.detected,
      missed: delay.missed,
    },
    budget: budget && { incidentsPerDay: budget.incidentsPerDay, enoughData: budget.enoughData, summary: budget.summary },
    perClip: result.perClip.map(({ file, name, label, predicted, auc, peakScore, durationSeconds, labelled, alarms }) => ({
      file,
      name,
      label,
      predicted,
      auc,
      peakScore,
      durationSeconds,
      labelled: labelled && [...labelled],
      alarms: [...alarms],
    })),
    warnings: [...result.warnings],
    versions: result.versions,
  };
}
