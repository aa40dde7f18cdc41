import { type AnalysisResult, analysisResultSchema, type IncidentRecord } from '@vigil/contracts';
import { analysisKey, type MediaStore } from '@vigil/media-store';
import { renderAnalysisReport } from '@vigil/report';
import { buffer } from 'node:stream/consumers';
import type { ZipEntry } from './zip-entry.ts';
import { jsonEntry } from './zip-entry.ts';

/** Results of analyses are read into memory up to this size: a day of video has some tens of megabytes. */
const largestResultBytes = 256 * 2 ** 20;

/** The files of an incident as they go into a ZIP. */
export interface IncidentFiles {
  readonly entries: readonly ZipEntry[];
  /** What the record speaks of and is not stored any more. */
  readonly missing: readonly string[];
  /** The result of the analysis that found it; null where it was removed. */
  readonly result: AnalysisResult | null;
}

/** Record, clip, key frame and a report of this incident alone. Paths are those of the record, so that the report finds the clip. */
export async function incidentFiles(media: MediaStore, incident: IncidentRecord): Promise<IncidentFiles> {
  const folder = analysisKey(incident.analysisId);
  const entries: ZipEntry[] = [jsonEntry('incident.json', incident)];
  const missing: string[] = [];
  for (const path of [incident.clip, incident.keyFrame]) {
    if (path === null) continue;
    const file = await media.stat(`${folder}/${path}`);
    if (file === null) missing.push(path);
    else entries.push({ path, key: file.key, sizeBytes: file.sizeBytes });
  }
  const result = await readResult(media, `${folder}/incidents.json`);
  if (result === null) missing.push('report.html');
  else {
    const keyFrame = entries.find(({ path }) => path === incident.keyFrame);
    const keyFrameDataUrl = keyFrame === undefined || !('key' in keyFrame) ? null : await jpegDataUrl(media, keyFrame.key);
    const clip = entries.some(({ path }) => path === incident.clip) ? incident.clip : null;
    const page = renderAnalysisReport({ ...result, incidents: [incident] }, { [incident.id]: { keyFrameDataUrl, clip } });
    entries.push({ path: 'report.html', content: Buffer.from(page) });
  }
  return { entries, missing, result };
}

async function readResult(media: MediaStore, key: string): Promise<AnalysisResult | null> {
  const file = await media.stat(key);
  if (file === null || file.sizeBytes > largestResultBytes) return null;
  return analysisResultSchema.parse(JSON.parse((await buffer(await media.read(key))).toString('utf8')));
}

async function jpegDataUrl(media: MediaStore, key: string): Promise<string> {
  return `data:image/jpeg;base64,${(await buffer(await media.read(key))).toString('base64')}`;
}
