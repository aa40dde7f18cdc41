import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FeatureSpoolWriter } from './feature-spool.ts';
import { writeCheckpoint } from './checkpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-small-disk-'));
const disk = join(folder, 'disk');
mkdirSync(disk);
const shell = (command: string): number | null => spawnSync('sh', ['-c', command, disk]).status;
const isMounted = shell('mount -t tmpfs -o size=64k none "$0"') === 0;

describe.skipIf(!isMounted)('a work folder on a disk that is full or read-only (needs the right to mount one)', () => {
  const state = { data: new Uint8Array(200_000) };
  let spool: string;
  beforeAll(() => {
    spool = join(disk, 'features.spool');
  });
  afterAll(() => {
    shell('umount "$0"');
  });

  it('says that the disk is full, and keeps the checkpoint before', () => {
    writeCheckpoint(disk, { key: 'a', spoolBytes: 0, complete: false, state: null });
    expect(() => writeCheckpoint(disk, { key: 'a', spoolBytes: 0, complete: false, state })).toThrow(
      expect.objectContaining({ code: 'disk-full' }),
    );
    using writer = new FeatureSpoolWriter(spool, 0);
    const fill = (): void => {
      for (let index = 0; index < 100; index++) {
        const appearance = { cells: new Uint16Array(100), vectors: new Int8Array(9600) };
        const none = {
          motion: null,
          tracks: [],
          people: null,
          sightings: null,
          camera: null,
          blobCount: 0,
          stationaryStarted: [],
          stationaryEnded: [],
        };
        writer.append({ index, seconds: index, appearance, ...none });
        writer.flush();
      }
    };
    expect(fill).toThrow(expect.objectContaining({ code: 'disk-full' }));
  });

  it('says that nothing can be written', () => {
    shell('mount -o remount,ro "$0"');
    expect(() => new FeatureSpoolWriter(spool, 0)).toThrow(expect.objectContaining({ code: 'not-writable' }));
    expect(() => writeCheckpoint(disk, { key: 'a', spoolBytes: 0, complete: false, state: null })).toThrow(
      expect.objectContaining({ code: 'not-writable' }),
    );
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
