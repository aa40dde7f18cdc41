import { join } from 'node:path';
import {
  type AnalysisResult,
  analysisResultSchema,
  type FeedMessage,
  type IncidentRecord,
  profileRecordSchema,
  type ShownJob,
  VigilError,
} from '@vigil/contracts';
import type { ProgressDisplay } from '../../output/progress-display.ts';
import { writeWholeFile } from '../../output/write-whole-file.ts';
import type { FeedFollower } from './feed-follower.ts';
import { call, download, type Session, upload } from './service-client.ts';

/** What the services are used with. */
export interface ServiceUse {
  readonly session: Session;
  readonly feed: FeedFollower;
  readonly progress: ProgressDisplay;
  readonly signal: AbortSignal;
}

/** An incident as it arrived on the feed. */
export interface ArrivedIncident {
  readonly incident: IncidentRecord;
  /** Time from its decision to its arrival, seconds. */
  readonly delaySeconds: number;
}

/** What the services made of a video. */
export interface ServedAnalysis {
  readonly result: AnalysisResult;
  readonly analysisId: string;
  readonly arrivals: readonly ArrivedIncident[];
  /** Copy of the report. */
  readonly reportPath: string;
}

/** Uploads a video and has a profile learned from it. @returns the profile's id */
export async function learnThroughServices(use: ServiceUse, file: string): Promise<string> {
  const { session } = use;
  const { video } = await upload(session, file, { analyse: 'false' });
  const learning = { name: 'demo', footage: [{ videoId: video.id }] };
  const profile = await call(session, 'POST', '/api/v1/profiles', profileRecordSchema, learning);
  for await (const { message } of use.feed.until((last) => isEndOf(last, 'learn-profile', profile.id), use.signal))
    showProgress(use, message, file);
  return profile.id;
}

/**
 * Uploads a video, has it analysed, and follows the feed meanwhile.
 *
 * @param profileId Null compares the video with itself.
 * @param out Folder that gets a copy of the report.
 */
export async function analyseThroughServices(
  use: ServiceUse,
  file: string,
  {
    profileId,
    incidentsPerDay,
    out,
  }: { readonly profileId: string | null; readonly incidentsPerDay: number; readonly out: string },
): Promise<ServedAnalysis> {
  const { session, feed, signal } = use;
  const profile: Record<string, string> = profileId === null ? {} : { profileId };
  const { video, analysis } = await upload(session, file, { analyse: 'true', budget: String(incidentsPerDay), ...profile });
  if (analysis === null) throw new VigilError('internal', 'The service took the video and does not analyse it');
  const arrivals: ArrivedIncident[] = [];
  for await (const { message, receivedAtMs } of feed.until((last) => isEndOf(last, 'analyse-video', video.id), signal)) {
    showProgress(use, message, file);
    if (message.topic !== 'incident' || message.type !== 'new' || message.record.analysisId !== analysis.id) continue;
    arrivals.push({ incident: message.record, delaySeconds: (receivedAtMs - Date.parse(message.record.decidedAt)) / 1000 });
  }
  const address = `/api/v1/analyses/${analysis.id}`;
  const result = await call(session, 'GET', `${address}/result`, analysisResultSchema);
  const reportPath = join(out, 'report.html');
  await writeWholeFile(reportPath, await download(session, `${address}/report`));
  return { result, analysisId: analysis.id, arrivals, reportPath };
}

/** @throws VigilError with the error of a job that failed */
function isEndOf(message: FeedMessage, type: ShownJob['type'], subjectId: string): boolean {
  if (message.topic !== 'job' || message.type !== 'end') return false;
  const { record } = message;
  if (record.type !== type || record.subjectId !== subjectId) return false;
  if (record.state === 'done') return true;
  throw new VigilError(
    record.error?.code ?? 'internal',
    record.error?.message ?? `The job ${record.id} ended as ${record.state}`,
  );
}

function showProgress({ progress: display }: ServiceUse, message: FeedMessage, file: string): void {
  if (message.topic === 'job' && message.type === 'update' && message.record.progress !== null)
    display.update({ ...message.record.progress, file });
}
