import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Incident } from '@vigil/contracts';
import { probe } from '@vigil/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestBench } from '../testing/test-bench.ts';
import { smallVideo, writeWalkers } from '../testing/walkers-video.ts';
import { writeEvidence } from './write-evidence.ts';

const bench = new TestBench();
const file = bench.path('walkers.mp4');
beforeAll(() => writeWalkers(file, { ...smallVideo, frames: 120 }));
afterAll(() => bench[Symbol.dispose]());

function incident(id: string, startSeconds: number, peakSeconds: number, endSeconds: number): Incident {
  return {
    id,
    sourceId: 'walkers.mp4',
    sourceKind: 'video',
    startSeconds,
    endSeconds,
    peakSeconds,
    decidedSeconds: null,
    skeletons: [],
    appearance: null,
    startedAt: null,
    score: 0.9,
    pValue: 0.001,
    severity: 'warning',
    kinds: ['motion.speed'],
    title: 'Unusually fast',
    baseline: 'self',
    evidence: [],
    boundingBoxes: [],
    tracks: [],
    flowArrows: [],
    keyFrame: null,
    clip: null,
    clipStartSeconds: null,
    profileVersion: null,
    modelVersions: {},
    status: 'new',
    reviewedBy: null,
    note: '',
    tags: [],
  };
}

describe('writeEvidence', () => {
  it('cuts a clip and takes a key frame of every incident, in whatever order they come', async () => {
    const folder = bench.path('evidence');
    const incidents = [incident('late', 9, 10, 11.9), incident('early', 1, 1.5, 2)];
    const written = await writeEvidence({ file, name: 'walkers.mp4', incidents, folder, durationSeconds: 12 });
    expect(written.warnings).toEqual([]);
    expect(written.incidents.map(({ id }) => id)).toEqual(['late', 'early']);
    for (const { keyFrame, clip, clipStartSeconds, startSeconds, endSeconds } of written.incidents) {
      const picture = readFileSync(join(folder, keyFrame ?? ''));
      expect([...picture.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
      const { durationSeconds } = await probe(join(folder, clip ?? ''));
      expect(clipStartSeconds).toBeLessThanOrEqual(startSeconds);
      expect((clipStartSeconds ?? NaN) + (durationSeconds ?? NaN)).toBeGreaterThanOrEqual(Math.min(12, endSeconds) - 0.05);
    }
    expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('partial'))).toEqual([]);
  });

  it('has no key frame for a peak that the file does not reach', async () => {
    const folder = bench.path('beyond');
    const incidents = [incident('beyond', 11, 30, 31)];
    const { incidents: written } = await writeEvidence({ file, name: 'w', incidents, folder, durationSeconds: 12 });
    expect(written[0].keyFrame).toBeNull();
  });

  it('writes nothing where there is no incident', async () => {
    const folder = bench.path('none');
    expect(await writeEvidence({ file, name: 'w', incidents: [], folder, durationSeconds: 12 })).toEqual({
      incidents: [],
      warnings: [],
    });
    expect(existsSync(folder)).toBe(false);
  });

  it('can be called off', async () => {
    const request = {
      file,
      name: 'w',
      incidents: [incident('x', 1, 2, 3)],
      folder: bench.path('cancelled'),
      durationSeconds: 12,
    };
    await expect(writeEvidence({ ...request, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
