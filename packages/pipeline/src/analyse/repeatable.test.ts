import { appendFileSync, copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnalysisResult } from '@vigil/contracts';
import type { ObjectDetector } from '@vigil/models';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Senses } from '../senses.ts';
import { TestBench } from '../testing/test-bench.ts';
import { smallVideo, writeWalkers } from '../testing/walkers-video.ts';
import { analyseVideo, type AnalysisRequest } from './analyse-video.ts';

const bench = new TestBench();
const file = bench.path('walkers.mp4');
const workFolder = bench.path('work');
let undisturbed: AnalysisResult;

beforeAll(async () => {
  await writeWalkers(file, { ...smallVideo, frames: 150 });
  undisturbed = await analyse();
});
afterAll(() => bench[Symbol.dispose]());

function analyse(changes: Partial<AnalysisRequest> = {}, workers = 1): Promise<AnalysisResult> {
  return bench.withSenses(workers, (senses) =>
    analyseVideo({
      file,
      profile: null,
      budgetIncidentsPerDay: 10,
      senses,
      workFolder,
      evidenceFolder: null,
      checkpointIntervalMs: 0,
      ...changes,
    }),
  );
}

/** Breaks off at a media time by whatever is done there, and gives the error. */
async function breakOff(atSeconds: number, act: () => void, changes: Partial<AnalysisRequest> = {}): Promise<unknown> {
  rmSync(workFolder, { recursive: true, force: true });
  const progress: AnalysisRequest['onProgress'] = ({ stage, mediaSeconds }) => {
    if (stage === 'extract' && mediaSeconds >= atSeconds) act();
  };
  return analyse({ ...changes, onProgress: progress }).then(
    () => null,
    (error: unknown) => error,
  );
}

describe('analyseVideo', () => {
  it.each([2, 3])('gives the same with %i inference workers as with one', async (workers) => {
    expect(await analyse({ workFolder: bench.path(`workers-${workers}`) }, workers)).toEqual(undisturbed);
  });

  it('starts over where what an earlier run left is damaged', async () => {
    const [spool, checkpoint] = [join(workFolder, 'features.spool'), join(workFolder, 'checkpoint')];
    const flip = (path: string): void => {
      const bytes = readFileSync(path);
      bytes[bytes.length >> 1] ^= 255;
      writeFileSync(path, bytes);
    };
    for (const damage of [() => flip(spool), () => truncateSync(spool, 5000), () => rmSync(spool), () => flip(checkpoint)]) {
      damage();
      expect(await analyse()).toEqual(undisturbed);
    }
  });

  it('can be called off at any stage and goes on where it stopped', async () => {
    const already = analyse({ signal: AbortSignal.abort() });
    await expect(already).rejects.toMatchObject({ name: 'VigilError', code: 'cancelled' });
    const controller = new AbortController();
    const error = await breakOff(10.5, () => controller.abort(), { signal: controller.signal });
    expect(error).toMatchObject({ name: 'VigilError', code: 'cancelled' });
    const seconds: number[] = [];
    const resumed = await analyse({ onProgress: (progress) => seconds.push(progress.mediaSeconds) });
    expect(resumed).toEqual(undisturbed);
    expect(seconds[0]).toBeGreaterThan(9);
  });

  it.skipIf(process.platform !== 'linux')(
    'survives the death of the media process as an error of the file (needs /proc)',
    async () => {
      const error = await breakOff(10.5, () => mediaProcesses().forEach((id) => process.kill(id, 'SIGKILL')));
      expect(error).toMatchObject({ code: 'media-process-died' });
      expect(await analyse()).toEqual(undisturbed);
    },
  );

  it('ends with the error of a model that fails, and goes on when it works again', async () => {
    const error = await bench.withSenses(1, async (senses) => {
      rmSync(workFolder, { recursive: true, force: true });
      return analyse({ senses: failingAfter(senses, 18) }).catch((cause: unknown) => cause);
    });
    expect(error).toMatchObject({ message: 'the model failed' });
    expect(await analyse()).toEqual(undisturbed);
  });

  it('refuses a file that changes while it is read', async () => {
    const growing = bench.path('growing.mp4');
    copyFileSync(file, growing);
    const error = await breakOff(10.5, () => appendFileSync(growing, 'x'), { file: growing });
    expect(error).toMatchObject({ code: 'file-unreadable' });
  });

  it('refuses a work folder that is a file', async () => {
    const occupied = bench.path('occupied');
    writeFileSync(occupied, '');
    await expect(analyse({ workFolder: occupied })).rejects.toMatchObject({ code: 'not-writable' });
  });
});

function failingAfter({ detector, ...rest }: Senses, calls: number): Senses {
  if (!detector) return { detector, ...rest };
  let left = calls;
  const failing: ObjectDetector = {
    version: detector.version,
    detect: (frame, options) => (left-- > 0 ? detector.detect(frame, options) : Promise.reject(new Error('the model failed'))),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  return { ...rest, detector: failing };
}

/** Processes that this one started on the media package's entry. */
function mediaProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const parent = /^.*\) \S (\d+) /s.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1];
        return (
          Number(parent) === process.pid && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('media/src/child/main.ts')
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}
