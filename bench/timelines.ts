import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnalysisResult } from '@vigil/contracts';
import { analysisKey, openDiskMediaStore, timelineFileName } from '@vigil/media-store';
import { encodeTimeline, timelineSourceOf } from '@vigil/pipeline';
import { addAnalysis } from '@vigil/server/testing';
import { openSqliteStore } from '@vigil/store';
import { admin, apiKey } from './server/api-key.ts';
import { dayResult } from './server/day-result.ts';
import { percentile } from './server/percentile.ts';
import { ServedProcess, servicesProgram } from './server/served-process.ts';

const rounds = 15;
const wholeRounds = 3;
/** One analysis has the file of its timeline, the other one is from before there were such files. */
const [withFile, without] = ['with-file', 'without'];
/** What pages ask for. */
const parts = [
  ['overview', 'points=2000'],
  ['four hours', 'startSeconds=28800&endSeconds=43200&points=3000'],
  ['four minutes', 'startSeconds=43200&endSeconds=43456&points=3000'],
] as const;

/** What a page loads to draw the timeline of a day of footage, against the whole result, through the API service. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-bench-'));
  try {
    await fill(folder);
    await using services = await ServedProcess.start(servicesProgram, {
      SERVICE_TYPE: 'api',
      DATA_DIR: folder,
      BACKEND_PORT: '0',
      LOG_LEVEL: 'warn',
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
    });
    const headers = { authorization: `Bearer ${await apiKey(services.address)}` };
    const of = (id: string): string => `${services.address}/api/v1/analyses/${id}`;
    const whole = await measure(`${of(withFile)}/result`, headers, wholeRounds);
    print('whole result', whole, whole);
    for (const [name, query] of parts) print(name, await measure(`${of(withFile)}/timeline?${query}`, headers, rounds), whole);
    const first = await measure(`${of(without)}/timeline?${parts[0][1]}`, headers, 1);
    print('first time, no file', first, whole);
    console.log(`  resident memory of the API service after it: ${services.residentMebibytes.toFixed(0)} MiB`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string): Promise<void> {
  await using store = await openSqliteStore({ file: join(folder, 'vigil.sqlite') });
  await using media = await openDiskMediaStore({ folder: join(folder, 'media'), quotaBytes: null, reserveBytes: 1 });
  const result: AnalysisResult = dayResult('day');
  const json = `${JSON.stringify(result, null, 2)}\n`;
  const startMs = performance.now();
  const timeline = await encodeTimeline(timelineSourceOf(result));
  const seconds = (performance.now() - startMs) / 1000;
  for (const id of [withFile, without]) {
    await addAnalysis(store, id);
    await media.write(`${analysisKey(id)}/incidents.json`, json);
  }
  await media.write(`${analysisKey(withFile)}/${timelineFileName}`, timeline);
  const share = timeline.length / json.length;
  console.log(
    `a day of footage, ${result.analysedFrames.toLocaleString('en')} frames: result ${megabytes(json.length)} MB, ` +
      `its timeline's file ${megabytes(timeline.length)} MB (${share.toFixed(2)}), made in ${seconds.toFixed(1)} s\n`,
  );
  console.log('                             bytes    until it is read, ms   bytes and time as shares of the whole result');
}

/** Bytes of an answer, and the median time until it is read, milliseconds. */
interface Measured {
  readonly bytes: number;
  readonly ms: number;
}

async function measure(url: string, headers: Record<string, string>, times: number): Promise<Measured> {
  const taken: number[] = [];
  let bytes = 0;
  for (let round = 0; round < times; round++) {
    const startMs = performance.now();
    const text = await (await fetch(url, { headers })).text();
    JSON.parse(text);
    taken.push(performance.now() - startMs);
    bytes = text.length;
  }
  return { bytes, ms: percentile(taken, 0.5) };
}

function print(name: string, { bytes, ms }: Measured, whole: Measured): void {
  const figures = [bytes.toLocaleString('en').padStart(12), ms.toFixed(0).padStart(18)];
  const shares = [bytes / whole.bytes, ms / whole.ms].map((share) => share.toFixed(4).padStart(14));
  console.log(`  ${name.padEnd(20)}${figures.join('')}${shares.join('')}`);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
