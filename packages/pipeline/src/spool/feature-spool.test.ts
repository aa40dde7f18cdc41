import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureRecord } from '@vigil/detection';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countSpoolRecords, FeatureSpoolWriter, readFeatureSpool } from './feature-spool.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigil-spool-'));
  path = join(folder, 'features.spool');
});
afterEach(() => rmSync(folder, { recursive: true }));

function record(index: number, cells = 3): FeatureRecord {
  return {
    index,
    seconds: index / 5,
    motion: {
      cells: Uint16Array.from({ length: cells }, (_, i) => i + index),
      velocityX: new Float32Array(cells).fill(index),
      velocityY: new Float32Array(cells).fill(0.1),
      incoherence: new Float32Array(cells).fill(0.01),
    },
    appearance: index % 3 === 0 ? { cells: Uint16Array.of(7), vectors: new Int8Array(96).fill(-index) } : null,
    tracks: [],
    people: null,
    camera: null,
    sightings: index % 3 === 0 ? [{ box: { left: 0, top: 0.1, width: 0.2, height: 0.5 }, score: 0.3 }] : null,
    blobCount: index,
    stationaryStarted: [],
    stationaryEnded: [{ id: 1, endSeconds: 2 }],
  };
}

function write(from: number, to: number, keepBytes = 0, cells = 3): number {
  using writer = new FeatureSpoolWriter(path, keepBytes);
  for (let index = from; index < to; index++) writer.append(record(index, cells));
  return writer.flush();
}

describe('the feature spool', () => {
  it('gives back what was appended, over more than one buffer', () => {
    const bytes = write(0, 60, 0, 6000);
    expect(bytes).toBeGreaterThan(3 << 20);
    expect([...readFeatureSpool(path, bytes)]).toEqual(Array.from({ length: 60 }, (_, index) => record(index, 6000)));
    expect(countSpoolRecords(path, bytes)).toBe(60);
  });

  it('is empty where nothing was appended', () => {
    expect([...readFeatureSpool(path, write(0, 0))]).toEqual([]);
  });

  it('goes on at a length and cuts off what lay beyond', () => {
    const kept = write(0, 4);
    write(4, 9, kept);
    const bytes = write(4, 6, kept);
    expect(statSync(path).size).toBe(bytes);
    expect([...readFeatureSpool(path, bytes)].map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...readFeatureSpool(path, kept)].length).toBe(4);
  });

  it('keeps records apart that are read one after the other', () => {
    const bytes = write(0, 5);
    const [first, ...rest] = readFeatureSpool(path, bytes);
    expect(rest.length).toBe(4);
    expect(first).toEqual(record(0));
  });

  it.each([0, 4, 8, 40, 200])('notices a byte that changed at %i', (at) => {
    const bytes = write(0, 5);
    const content = readFileSync(path);
    content[at] ^= 64;
    writeFileSync(path, content);
    expect(() => [...readFeatureSpool(path, bytes)]).toThrow(expect.objectContaining({ code: 'internal' }));
    expect(countSpoolRecords(path, bytes)).toBeNull();
  });

  it('notices that it is too short, cut in a record, or missing', () => {
    const bytes = write(0, 5);
    expect(countSpoolRecords(path, bytes - 3)).toBeNull();
    truncateSync(path, bytes - 3);
    expect(countSpoolRecords(path, bytes)).toBeNull();
    rmSync(path);
    expect(countSpoolRecords(path, bytes)).toBeNull();
  });

  it('cannot be opened in a folder that is not there', () => {
    expect(() => new FeatureSpoolWriter(join(path, 'x'), 0)).toThrow(expect.objectContaining({ name: 'VigilError' }));
  });
});
