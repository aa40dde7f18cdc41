import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from '@vigil/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newRecordId } from '../../jobs/record-id.ts';
import { FeatureCache } from './feature-cache.ts';
import { removeWorkFolders, takeWorkFolder } from './job-work-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigil-work-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const id = newRecordId(() => 0);
const attempt = (attempts: number): Job => ({ id, attempts }) as Job;

describe('the work folder of a job', () => {
  it('goes on with what the last attempt left', async () => {
    const first = await takeWorkFolder(root, attempt(1), 'a');
    expect(first.resumed).toBe(false);
    writeFileSync(join(first.path, 'checkpoint'), 'at 3 s');
    const second = await takeWorkFolder(root, attempt(2), 'b');
    expect(second.resumed).toBe(true);
    expect(readFileSync(join(second.path, 'checkpoint'), 'utf8')).toBe('at 3 s');
    expect(readdirSync(root)).toHaveLength(1);
    await removeWorkFolders(root, id);
    expect(readdirSync(root)).toEqual([]);
  });

  it('is out of reach of a process of an earlier attempt that still writes', async () => {
    const first = await takeWorkFolder(root, attempt(1), 'a');
    const spool = join(first.path, 'features.spool');
    const open = openSync(spool, 'w');
    writeSync(open, 'kept ');
    const second = await takeWorkFolder(root, attempt(2), 'b');
    writeSync(open, 'late');
    closeSync(open);
    expect(() => appendFileSync(join(first.path, 'checkpoint'), 'late')).toThrow('ENOENT');
    expect(readFileSync(join(second.path, 'features.spool'), 'utf8')).toBe('kept ');
  });

  it('is not one of another job', async () => {
    const other = await takeWorkFolder(root, { id: newRecordId(() => 0), attempts: 1 } as Job, 'a');
    const own = await takeWorkFolder(root, attempt(1), 'a');
    await removeWorkFolders(root, id);
    expect(own.resumed).toBe(false);
    expect(readdirSync(root)).toEqual([other.path.slice(root.length + 1)]);
  });
});

describe('kept features', () => {
  it('are lent to a folder that has none of its own', async () => {
    const cache = new FeatureCache(root);
    const [from, to] = [join(root, 'from'), join(root, 'to')];
    await cache.lend('abc', to);
    expect(readdirSync(to)).toEqual([]);
    await cache.lend('abc', from);
    for (const name of ['features.spool', 'checkpoint']) writeFileSync(join(from, name), name);
    await cache.keep('abc', from);
    expect(readdirSync(from)).toEqual([]);
    await cache.lend('abc', to);
    expect(readdirSync(to).toSorted()).toEqual(['checkpoint', 'features.spool']);
    writeFileSync(join(to, 'checkpoint'), 'own');
    await cache.lend('abc', to);
    expect(readFileSync(join(to, 'checkpoint'), 'utf8')).toBe('own');
    // a folder whose features were moved away already takes nothing from what is kept
    await cache.keep('abc', from);
    const again = join(root, 'again');
    await cache.lend('abc', again);
    expect(readFileSync(join(again, 'checkpoint'), 'utf8')).toBe('checkpoint');
  });
});
