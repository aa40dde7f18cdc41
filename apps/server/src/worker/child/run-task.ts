import { runAnalyseTask } from './analyse-task.ts';
import { runEvaluateTask } from './evaluate-task.ts';
import { runLearnTask } from './learn-task.ts';
import type { SensingTask, TaskAnswers } from './messages.ts';
import { runPreviewCorrectionTask } from './preview-correction-task.ts';
import type { TaskContext } from './task-context.ts';

/** Does what a task says. @throws VigilError of the work, `cancelled` after a pause */
export function runTask(task: SensingTask, context: TaskContext): Promise<TaskAnswers[SensingTask['kind']]> {
  switch (task.kind) {
    case 'analyse':
      return runAnalyseTask(task, context);
    case 'learn':
      return runLearnTask(task, context);
    case 'preview-correction':
      return runPreviewCorrectionTask(task, context);
    case 'evaluate':
      return runEvaluateTask(task, context);
  }
}
