import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigil-checkpoint-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const checkpoint = {
  key: 'a file and its settings',
  spoolBytes: 12,
  complete: false,
  state: { slot: -Infinity, never: NaN, data: Uint8Array.of(1, 2, 3), sums: Float64Array.of(0.1), map: new Map([[1, null]]) },
};

describe('a checkpoint', () => {
  it('is read as it was written, and replaces the one before', () => {
    writeCheckpoint(folder, { ...checkpoint, spoolBytes: 5 });
    writeCheckpoint(folder, checkpoint);
    expect(readCheckpoint(folder, checkpoint.key)).toEqual(checkpoint);
    expect(readdirSync(folder)).toEqual(['checkpoint']);
  });

  it('is ignored where it belongs to something else, is missing or damaged', () => {
    expect(readCheckpoint(folder, checkpoint.key)).toBeNull();
    writeCheckpoint(folder, checkpoint);
    expect(readCheckpoint(folder, 'another file')).toBeNull();
    const path = join(folder, 'checkpoint');
    const bytes = readFileSync(path);
    for (const at of [0, 5, bytes.length - 1]) {
      const damaged = Buffer.from(bytes);
      damaged[at] ^= 1;
      writeFileSync(path, damaged);
      expect(readCheckpoint(folder, checkpoint.key)).toBeNull();
    }
    for (const length of [bytes.length - 4, 3, 0]) {
      truncateSync(path, length);
      expect(readCheckpoint(folder, checkpoint.key)).toBeNull();
    }
  });

  it('leaves the one before where it cannot be written', () => {
    const missing = join(folder, 'missing');
    expect(() => writeCheckpoint(missing, checkpoint)).toThrow(expect.objectContaining({ name: 'VigilError' }));
    writeCheckpoint(folder, checkpoint);
    const unclonable = { ...checkpoint, state: { run: () => undefined } };
    expect(() => writeCheckpoint(folder, unclonable)).toThrow('could not be cloned');
    expect(readCheckpoint(folder, checkpoint.key)).toEqual(checkpoint);
  });
});
