import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnalysisResult, Incident } from '@vigil/contracts';
import { analyseVideo, encodeTimeline, timelineSourceOf, writeFailure } from '@vigil/pipeline';
import { renderAnalysisReport, type ReportMedia } from '@vigil/report';
import type { AnalyseTask, TaskAnswers } from './messages.ts';
import { activityFileName, timelineFileName } from '@vigil/media-store';
import { readProfile, type TaskContext } from './task-context.ts';

/** Finds the incidents of a video; tells of them as soon as they are decided, and leaves result, report and evidence in a folder. */
export async function runAnalyseTask(task: AnalyseTask, context: TaskContext): Promise<TaskAnswers['analyse']> {
  const { senses, link, pause, onProgress } = context;
  const { outputFolder } = task;
  await startAnew(outputFolder);
  const telling: Promise<void>[] = [];
  const result = await analyseVideo({
    file: task.file.path,
    name: task.file.name,
    sourceId: task.sourceId,
    profile: task.profilePath === null ? null : await readProfile(task.profilePath),
    budgetIncidentsPerDay: task.budgetIncidentsPerDay,
    senses,
    workFolder: task.workFolder,
    evidenceFolder: outputFolder,
    activityFile: join(outputFolder, activityFileName),
    checkpointIntervalMs: 2000,
    pause,
    onCheckpoint: (mediaSeconds) => void link.send({ type: 'checkpoint', mediaSeconds }),
    onIncidents: (incidents) => telling.push(link.send({ type: 'incidents', incidents, decidedAt: context.now() })),
    onProgress,
  });
  await Promise.all(telling);
  await writeResult(outputFolder, result);
  const { timeline: _, ...answer } = result;
  return answer;
}

/** Evidence that an interrupted attempt left may be of incidents that are none any more. */
async function startAnew(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw writeFailure(folder, cause);
  }
}

async function writeResult(folder: string, result: AnalysisResult): Promise<void> {
  const media = await readReportMedia(folder, result.incidents);
  try {
    await writeFile(join(folder, 'incidents.json'), `${JSON.stringify(result, null, 2)}\n`, { flush: true });
    await writeFile(join(folder, timelineFileName), await encodeTimeline(timelineSourceOf(result)), { flush: true });
    await writeFile(join(folder, 'report.html'), renderAnalysisReport(result, media), { flush: true });
  } catch (cause) {
    throw writeFailure(folder, cause);
  }
}

/** Key frames are part of the page, clips lie beside it. */
async function readReportMedia(folder: string, incidents: readonly Incident[]): Promise<ReportMedia> {
  const entries = incidents.map(async ({ id, keyFrame, clip }) => {
    const keyFrameDataUrl =
      keyFrame === null ? null : `data:image/jpeg;base64,${await readFile(join(folder, keyFrame), 'base64')}`;
    return [id, { keyFrameDataUrl, clip }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
