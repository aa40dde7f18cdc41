import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Dataset } from '@vigil/contracts';
import { smallVideo, writeWalkers } from '@vigil/pipeline/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelsHash, sha256Of } from '../dataset/labels-hash.ts';
import type { EvaluationResult } from '../evaluation-result.ts';
import { renderEvaluationReport } from '../report/evaluation-report.ts';
import type { EvaluationProgress } from './evaluation-course.ts';
import { runEvaluation } from './run-evaluation.ts';

const covered: [number, number] = [70, 110];
const dataset: Dataset = {
  name: 'gate',
  task: 'one-class',
  clips: [
    { file: 'train/01.mp4', split: 'train', durationSeconds: 14 },
    { file: 'test/01.mp4', split: 'test', durationSeconds: 14, name: 'Somebody covers the lens', anomalousFrames: [[70, 109]] },
    { file: 'test/02.mp4', split: 'test', durationSeconds: 14, anomalousFrames: [] },
  ],
};

describe('an evaluation on footage in which the lens is covered', () => {
  const told: EvaluationProgress[] = [];
  let folder: string;
  let result: EvaluationResult;
  let text: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigil-evaluation-'));
    for (const { file } of dataset.clips) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeWalkers(join(folder, file), { ...smallVideo, frames: 140, ...(file === 'test/01.mp4' ? { covered } : {}) });
    }
    await writeFile(join(folder, 'dataset.json'), `${JSON.stringify(dataset, null, 2)}\n`);
    result = await runEvaluation({
      folder,
      workFolder: join(folder, 'work'),
      budgetIncidentsPerDay: 5,
      senses: {
        detector: null,
        detectorUnavailable: 'not used here',
        pose: null,
        poseUnavailable: 'not used here',
        voice: null,
        voiceUnavailable: 'not used here',
        versions: {},
      },
      onProgress: (progress) => told.push(progress),
      onDataset: (read) => (text = read),
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('scores those frames by what the camera itself says, and no sense of the picture by what it cannot see', () => {
    const [clip] = result.perClip;
    expect(clip.name).toBe('Somebody covers the lens');
    expect(clip.auc).toBeGreaterThan(0.95);
    expect(result.perModality.camera?.microAuc).toBeGreaterThan(0.95);
    // a second more on either side is the camera's doing
    expect(result.perModality.motion?.leftOutFrames).toBeGreaterThanOrEqual(40);
    expect(result.perModality.motion?.leftOutFrames).toBeLessThan(80);
    expect(result.warnings).toContainEqual(expect.stringContaining('In one clip the camera was at fault'));
    expect(result.delay).toMatchObject({ detected: 1, missed: 0 });
    expect(renderEvaluationReport(result)).toContain('frames left out');
  });

  it('says which labels it measured, and hands them out as they were read', () => {
    expect(JSON.parse(text)).toEqual(dataset);
    expect(result.labels).toEqual({ sha256: labelsHash(dataset), datasetSha256: sha256Of(text) });
  });

  it('is one course from 0 to 1 over all clips', () => {
    const shares = told.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(0)).toBeLessThan(0.2);
    expect(told.at(-1)).toMatchObject({ share: 1, secondsLeft: 0, mediaSeconds: 42, totalSeconds: 42 });
    expect(new Set(told.map(({ clip }) => clip?.number))).toEqual(new Set([1, 2, 3, undefined]));
    expect(told.every(({ clip }) => clip === null || clip.of === 3)).toBe(true);
    expect(told.some(({ stage }) => stage === 'learn')).toBe(true);
  });
});
