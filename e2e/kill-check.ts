import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Analysis, type IncidentRecord, type Job, type Video, VigilError } from '@vigil/contracts';
import { analysisKey, type MediaStore, originalKey, timelineFileName } from '@vigil/media-store';
import { InferencePool } from '@vigil/models';
import { analyseVideo, encodeTimeline, loadSenses, timelineSourceOf } from '@vigil/pipeline';
import type { Store } from '@vigil/store';
import type { AcknowledgedUpload } from './kill-uploads.ts';

/** Everything that a run has left, and whether it is as if nobody had disturbed it. */
export interface KillVerdict {
  readonly videos: number;
  readonly jobs: number;
  readonly incidents: number;
  readonly evidenceFiles: number;
  /** Outcomes of all attempts, counted. */
  readonly attempts: Readonly<Record<string, number>>;
  /** What is wrong, in words; empty where all is well. */
  readonly problems: readonly string[];
}

/** Where a run's records and files are. */
export interface KillRunPlaces {
  readonly store: Store;
  readonly media: MediaStore;
  readonly modelCacheFolder: string;
  /** Folder for undisturbed analyses. */
  readonly folder: string;
}

/** Compares what the store and the media store hold with undisturbed analyses of the same files in this process. */
export async function checkRun(places: KillRunPlaces, uploads: readonly AcknowledgedUpload[]): Promise<KillVerdict> {
  const { store } = places;
  const problems: string[] = [];
  for (const { videoId, sha256 } of uploads) {
    const video = await store.videos.get(videoId);
    if (video?.sha256 !== sha256) problems.push(`the acknowledged upload ${videoId} is not there`);
  }
  const jobs = await everything<Job>((cursor) => store.jobs.list({ limit: 200, ...cursor }));
  for (const job of jobs) {
    if (job.state !== 'done') problems.push(`job ${job.id} (${job.type}) is ${job.state}: ${job.error?.message ?? 'no reason'}`);
  }
  const videos = await everything<Video>((cursor) => store.videos.list({ limit: 200, ...cursor }));
  let [incidents, evidenceFiles] = [0, 0];
  for (const video of videos) {
    const found = await compareVideo(places, video);
    incidents += found.incidents;
    evidenceFiles += found.evidenceFiles;
    problems.push(...found.problems);
  }
  const outcomes = jobs.flatMap(({ attemptLog }) => attemptLog.map(({ outcome }) => outcome));
  const attempts = Object.fromEntries(
    Object.entries(Object.groupBy(outcomes, (outcome) => outcome)).map(([name, all]) => [name, all?.length ?? 0]),
  );
  return { videos: videos.length, jobs: jobs.length, incidents, evidenceFiles, attempts, problems };
}

async function compareVideo(places: KillRunPlaces, video: Video) {
  const { store, media, folder } = places;
  const problems: string[] = [];
  const where = `video ${video.name}`;
  const analyses = await everything<Analysis>((cursor) =>
    store.analyses.list({ filter: { videoId: video.id }, limit: 200, ...cursor }),
  );
  const [analysis] = analyses;
  if (analyses.length !== 1 || analysis.state !== 'done') {
    problems.push(`${where} has ${analyses.length} analyses: ${analyses.map(({ state }) => state).join(', ')}`);
    return { incidents: 0, evidenceFiles: 0, problems };
  }
  const records = await everything<IncidentRecord>((cursor) =>
    store.incidents.list({ filter: { videoId: video.id }, limit: 200, ...cursor }),
  );
  const undisturbed = join(folder, video.id);
  const expected = await analyseUndisturbed(places, video, analysis, undisturbed);
  const facts = (
    incidents: readonly Pick<IncidentRecord, 'id' | 'startSeconds' | 'endSeconds' | 'peakSeconds' | 'kinds'>[],
  ): string =>
    JSON.stringify(
      incidents
        .map(({ id, startSeconds, endSeconds, peakSeconds, kinds }) => ({ id, startSeconds, endSeconds, peakSeconds, kinds }))
        .toSorted((a, b) => a.id.localeCompare(b.id)),
    );
  if (facts(records) !== facts(expected.incidents))
    problems.push(`${where}: ${facts(records)} instead of ${facts(expected.incidents)}`);
  for (const { id, announced, analysisId } of records) {
    if (!announced) problems.push(`${where}: nobody was told of incident ${id}`);
    if (analysisId !== analysis.id) problems.push(`${where}: incident ${id} is of another analysis`);
  }
  const storedFolder = await folderOf(media, analysis.id);
  const timeline = await readFile(join(storedFolder, timelineFileName)).catch(() => null);
  if (timeline === null || Buffer.compare(timeline, await encodeTimeline(timelineSourceOf(expected))) !== 0)
    problems.push(`${where}: ${timelineFileName} ${timeline === null ? 'is missing' : 'differs'}`);
  const stored = await hashesOf(storedFolder);
  for (const [name, hash] of Object.entries(await hashesOf(undisturbed))) {
    if (stored[name] !== hash) problems.push(`${where}: ${name} ${stored[name] === undefined ? 'is missing' : 'differs'}`);
  }
  return { incidents: records.length, evidenceFiles: Object.keys(stored).length, problems };
}

async function analyseUndisturbed(places: KillRunPlaces, video: Video, analysis: Analysis, evidenceFolder: string) {
  await using pool = new InferencePool();
  const versions = { vigil: analysis.versions.vigil };
  await using senses = await loadSenses({ pool, modelCacheFolder: places.modelCacheFolder, poseVariant: 'lite', versions });
  const analyse = async () =>
    await analyseVideo({
      file: await places.media.pathOf(originalKey(video.sha256)),
      name: video.name,
      sourceId: video.id,
      profile: null,
      budgetIncidentsPerDay: analysis.budgetIncidentsPerDay,
      senses,
      workFolder: `${evidenceFolder}.work`,
      evidenceFolder,
    });
  // a machine that is busy enough makes any process stall; what was read of the file is kept
  for (let stalls = 0; ; stalls += 1) {
    try {
      return await analyse();
    } catch (error) {
      if (!(error instanceof VigilError && error.code === 'media-process-stalled') || stalls === 5) throw error;
    }
  }
}

async function folderOf(media: MediaStore, analysisId: string): Promise<string> {
  const result = await media.pathOf(`${analysisKey(analysisId)}/incidents.json`);
  return join(result, '..');
}

/** SHA-256 of the key frames and clips of a folder, by name. */
async function hashesOf(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const part of ['key-frames', 'clips']) {
    for (const name of await readdir(join(folder, part)).catch(() => [])) {
      hashes[`${part}/${name}`] = createHash('sha256')
        .update(await readFile(join(folder, part, name)))
        .digest('hex');
    }
  }
  return hashes;
}

/** All records of a list. */
async function everything<R>(
  list: (cursor: { cursor?: string }) => Promise<{ readonly items: readonly R[]; readonly nextCursor: string | null }>,
): Promise<R[]> {
  const all: R[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await list(cursor === undefined ? {} : { cursor });
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}
