import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Incident } from '@vigil/contracts';
import type { ReportMedia } from '@vigil/report';

/** Pictures and clips of a report: key frames inside of the page, clips beside it. */
export async function readReportMedia(folder: string, incidents: readonly Incident[]): Promise<ReportMedia> {
  const entries = incidents.map(async ({ id, keyFrame, clip }) => {
    const keyFrameDataUrl = keyFrame === null ? null : await jpegDataUrl(join(folder, keyFrame));
    return [id, { keyFrameDataUrl, clip }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function jpegDataUrl(path: string): Promise<string> {
  return `data:image/jpeg;base64,${await readFile(path, 'base64')}`;
}
