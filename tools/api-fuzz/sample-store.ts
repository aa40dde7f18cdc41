import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { AnalysisResult } from '@vigil/contracts';
import { activityFileName, analysisKey, openDiskMediaStore, previewKey, profileKey } from '@vigil/media-store';
import { makeMedia, steadyTimes } from '@vigil/media/testing';
import { encodeProfile } from '@vigil/pipeline';
import { openSqliteStore } from '@vigil/store';
import { addAnalysis, addIncident, addProfile, addVideo, learnSampleProfile } from '@vigil/server/testing';
import { knownRecords } from './known-ids.ts';
import { addPeoplesRecords } from './sample-records.ts';

/** Fills a data folder with a few records and files. */
export async function fillSampleStore(dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  await using store = await openSqliteStore({ file: join(dataFolder, 'vigil.sqlite') });
  await using media = await openDiskMediaStore({ folder: join(dataFolder, 'media'), quotaBytes: null, reserveBytes: 1 });
  const path = join(media.temporaryFolder('uploads'), 'sample');
  makeVideo(`${path}.mp4`);
  const { sha256, sizeBytes } = await media.adoptOriginal(`${path}.mp4`);
  await addVideo(store, knownRecords.video, { sha256, sizeBytes, durationSeconds: 2 });
  for (const id of [knownRecords.analysis, 'second-analysis']) await addAnalysis(store, id, { videoId: knownRecords.video });
  for (const id of [knownRecords.incident, 'second-incident']) {
    const files = { keyFrame: 'key-frames/1.jpg', clip: 'clips/1.mp4', clipStartSeconds: 8 };
    await addIncident(store, id, { videoId: knownRecords.video, analysisId: knownRecords.analysis, ...files });
  }
  const evidence = analysisKey(knownRecords.analysis);
  const previews = previewKey(sha256);
  const files: Record<string, string | Uint8Array> = {
    [`${evidence}/incidents.json`]: JSON.stringify(sampleResult),
    [`${evidence}/report.html`]: '<!doctype html><title>Report</title>',
    [`${evidence}/clips/1.mp4`]: 'a clip',
    [`${evidence}/key-frames/1.jpg`]: 'a picture',
    [`${previews}/poster.jpg`]: 'a picture',
    [`${previews}/sprite.jpg`]: 'pictures',
    [`${previews}/sprite.json`]: JSON.stringify({ columns: 1, rows: 1, width: 160, height: 90, seconds: [0] }),
    [`${evidence}/${activityFileName}`]: sampleActivity(),
  };
  const first = encodeProfile(await learnSampleProfile('first.mp4'));
  const second = encodeProfile(await learnSampleProfile('second.mp4', 90));
  for (const id of [knownRecords.profile, knownRecords.taughtProfile, knownRecords.undoneProfile]) {
    await addProfile(store, id);
    files[profileKey(id, 'version-1')] = first;
    files[profileKey(id, 'version-2')] = second;
  }
  for (const [key, content] of Object.entries(files)) await media.write(key, content);
  await addPeoplesRecords(store, media);
}

/** Writes two seconds of video. */
export function makeVideo(path: string): void {
  makeMedia(path, {
    width: 64,
    height: 48,
    times: steadyTimes(20, 10),
    paint: (index) => new Uint8Array(64 * 48 * 3).fill(index * 10),
  });
}

/** Four cells of a square picture over 20 s, of which one moves at 3 s. */
function sampleActivity(): Buffer {
  const cells = Buffer.alloc(20 * 4);
  cells[3 * 4] = 200;
  const head = { format: 'vigil-activity', formatVersion: 1, columns: 2, rows: 2, aspect: 1, stretchSeconds: 1, bytes: 80 };
  return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), cells]));
}

const sampleResult: AnalysisResult = {
  format: 'vigil-analysis',
  formatVersion: 1,
  source: {
    id: knownRecords.video,
    file: 'known-video.mp4',
    sizeBytes: 1000,
    durationSeconds: 60,
    width: 640,
    height: 480,
    framesPerSecond: 25,
    codec: 'h264',
    hasAudio: false,
    truncated: false,
  },
  analysedFrames: 2,
  analysedSeconds: 60,
  baseline: 'self',
  profile: null,
  budget: {
    incidentsPerDay: 5,
    thresholdSurprise: 3,
    expectedPerDay: 4,
    calibrationSeconds: 60,
    enoughData: false,
    summary: 'A minute is not enough.',
  },
  modalities: [{ modality: 'sound', state: 'absent', reason: 'no sound track' }],
  timeline: { seconds: [0, 1], fused: [0, 1], modalities: { motion: [0, null] } },
  kindScores: { 'motion.speed': 0.5 },
  incidents: [],
  settings: {},
  versions: {},
  warnings: [],
};
