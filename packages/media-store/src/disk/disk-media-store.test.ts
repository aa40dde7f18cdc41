import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MediaStore } from '../media-store.ts';
import { MediaBench } from '../testing/media-bench.ts';

const hourMs = 3_600_000;
let bench: MediaBench;
let base: string;
let folder: string;
let store: MediaStore;
beforeEach(async () => {
  bench = await MediaBench.open();
  ({ base, folder, store } = bench);
});
afterEach(async () => await bench[Symbol.asyncDispose]());

describe('originals', () => {
  const content = 'the same footage';
  const sha256 = createHash('sha256').update(content).digest('hex');

  it('are named by their content', async () => {
    const adopted = await store.adoptOriginal(bench.finished('a', content));
    expect(adopted).toMatchObject({ sha256, added: true, sizeBytes: 16, key: `originals/${sha256.slice(0, 2)}/${sha256}` });
    expect(await text(await store.read(adopted.key))).toBe(content);
    expect(existsSync(join(store.temporaryFolder('uploads'), 'a'))).toBe(false);
  });

  it('are kept once, and the second of the same content counts as new', async () => {
    const first = await store.adoptOriginal(bench.finished('a', content));
    const long = new Date(Date.now() - hourMs);
    utimesSync(await store.pathOf(first.key), long, long);
    const before = new Date();
    const second = await store.adoptOriginal(bench.finished('b', content));
    expect(second).toMatchObject({ key: first.key, added: false });
    expect(readdirSync(store.temporaryFolder('uploads'))).toEqual([]);
    expect(await store.remove(first.key, before)).toBe(false);
    expect(await text(await store.read(first.key))).toBe(content);
    expect(await store.remove(first.key)).toBe(true);
  });

  it('survive that one process removes old ones while another adopts the same content', async () => {
    const other = await bench.openAgain();
    for (let round = 0; round < 100; round++) {
      const { key } = await store.adoptOriginal(bench.finished('a', content));
      const long = new Date(Date.now() - hourMs);
      utimesSync(await store.pathOf(key), long, long);
      const path = bench.finished('b', content);
      await Promise.all([other.remove(key, new Date(Date.now() - hourMs / 2)), store.adoptOriginal(path)]);
      expect(await text(await store.read(key))).toBe(content);
    }
    expect(bench.filesInProgress()).toEqual([]);
  });

  it('are put right where what is stored has another size', async () => {
    const { key } = await store.adoptOriginal(bench.finished('a', content));
    writeFileSync(await store.pathOf(key), 'cut');
    expect((await store.adoptOriginal(bench.finished('b', content))).added).toBe(true);
    expect(await text(await store.read(key))).toBe(content);
  });

  it('are files only', async () => {
    symlinkSync('/etc/hostname', join(base, 'link'));
    await expect(store.adoptOriginal(join(base, 'link'))).rejects.toMatchObject({ code: 'bad-request' });
    await expect(store.adoptOriginal(folder)).rejects.toMatchObject({ code: 'bad-request' });
    await expect(store.adoptOriginal(join(base, 'none'))).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('files under a key', () => {
  it('are written whole, and over what was there', async () => {
    await store.write('reports/a.html', 'first');
    const file = await store.write('reports/a.html', new TextEncoder().encode('second'));
    expect(file).toMatchObject({ key: 'reports/a.html', sizeBytes: 6 });
    expect(await text(await store.read('reports/a.html'))).toBe('second');
    expect(bench.filesInProgress()).toEqual([]);
  });

  it('are read to the end by those who began before they were replaced', async () => {
    const old = Buffer.alloc(3_000_000, 1);
    await store.write('previews/x/sprite.jpg', old);
    const stream = await store.read('previews/x/sprite.jpg');
    stream.read(1);
    await store.write('previews/x/sprite.jpg', Buffer.alloc(10, 2));
    const rest = await buffer(stream);
    expect(rest.every((byte) => byte === 1)).toBe(true);
  });

  it('are read in parts', async () => {
    await store.write('reports/a', '0123456789');
    expect(await text(await store.read('reports/a', { start: 2, end: 4 }))).toBe('234');
    expect(await text(await store.read('reports/a', { start: 9, end: 9 }))).toBe('9');
    for (const range of [
      { start: 3, end: 10 },
      { start: -1, end: 2 },
      { start: 4, end: 3 },
      { start: 0.5, end: 3 },
    ])
      await expect(store.read('reports/a', range)).rejects.toMatchObject({ code: 'range-unsatisfiable' });
  });

  it('are told apart from what is not there', async () => {
    expect(await store.stat('reports/none')).toBeNull();
    expect(await store.remove('reports/none')).toBe(false);
    await expect(store.read('reports/none')).rejects.toMatchObject({ code: 'not-found' });
    await expect(store.pathOf('reports/none/below')).rejects.toMatchObject({ code: 'not-found' });
    await store.write('reports/file', '');
    await expect(store.read('reports/file/below')).rejects.toMatchObject({ code: 'not-found' });
  });

  const wrongKeys = ['', 'originals', 'other/a', '/etc/passwd', 'reports/../a', 'reports/./a', 'reports//a', 'reports/.a'];
  it.each([...wrongKeys, 'reports/a/', 'reports/A', 'reports/a b', 'reports/a\0', 'reports/ä', `reports/${'a'.repeat(600)}`])(
    'have a key that is none of %j',
    async (key) => {
      await expect(store.write(key, '')).rejects.toMatchObject({ code: 'bad-request' });
      await expect(store.read(key)).rejects.toMatchObject({ code: 'bad-request' });
      await expect(store.remove(key)).rejects.toMatchObject({ code: 'bad-request' });
    },
  );

  it('are not reached through links', async () => {
    writeFileSync(join(base, 'secret'), 'secret');
    mkdirSync(join(base, 'elsewhere'));
    symlinkSync(join(base, 'secret'), join(folder, 'reports', 'file'));
    symlinkSync(join(base, 'elsewhere'), join(folder, 'reports', 'way'));
    for (const key of ['reports/file', 'reports/way/below']) {
      writeFileSync(join(base, 'elsewhere', 'below'), 'secret');
      await expect(store.read(key)).rejects.toMatchObject({ code: 'bad-request' });
      await expect(store.pathOf(key)).rejects.toMatchObject({ code: 'bad-request' });
    }
    await expect(store.write('reports/way/new', 'x')).rejects.toMatchObject({ code: 'bad-request' });
    expect(readdirSync(join(base, 'elsewhere'))).toEqual(['below']);
    expect(await store.list('reports', 10)).toEqual([]);
  });
});

describe('folders under a key', () => {
  function work(name: string, files: Record<string, string>): string {
    const path = join(store.temporaryFolder('work'), name);
    mkdirSync(join(path, 'clips'), { recursive: true });
    for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
    return path;
  }

  it('are taken over whole, and replace what was there', async () => {
    await store.adopt(work('one', { 'incidents.json': 'old', 'clips/a.mp4': 'a', surplus: '' }), 'evidence/run-1');
    await store.adopt(work('two', { 'incidents.json': 'new', 'clips/b.mp4': 'b' }), 'evidence/run-1');
    const keys = (await store.list('evidence/run-1', 10)).map(({ key }) => key);
    expect(keys).toEqual(['evidence/run-1/clips/b.mp4', 'evidence/run-1/incidents.json']);
    expect(readdirSync(store.temporaryFolder('work'))).toEqual([]);
    expect(bench.filesInProgress()).toEqual([]);
    expect(await store.remove('evidence/run-1')).toBe(true);
    expect(await store.list('evidence', 10)).toEqual([]);
  });

  it('are refused with links in them', async () => {
    const path = work('linked', { a: 'a' });
    symlinkSync('/etc/hostname', join(path, 'clips', 'b'));
    await expect(store.adopt(path, 'evidence/run-2')).rejects.toMatchObject({ code: 'bad-request' });
    expect(await store.list('evidence', 10)).toEqual([]);
  });

  it('are whole whichever of several writers comes last', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `writer-${index}`);
    const stores = [store, await bench.openAgain()];
    await Promise.all(
      names.map(async (name, index) => {
        const path = work(name, { one: name, 'clips/two': name });
        await stores[index % 2].adopt(path, 'evidence/contested');
      }),
    );
    const [one, two] = await Promise.all(
      ['one', 'clips/two'].map(async (file) => await text(await store.read(`evidence/contested/${file}`))),
    );
    expect(names).toContain(one);
    expect(two).toBe(one);
    expect(bench.filesInProgress()).toEqual([]);
  });
});

describe('a list', () => {
  it('goes on in the order of the keys after a limit', async () => {
    const names = ['a', 'a-b/x', 'a.b', 'b/c/d', 'b/c.e', 'b/d', 'c'];
    for (const name of names) if (name !== 'a') await store.write(`evidence/${name}`, name);
    await store.write('evidence/a/1', 'x');
    await store.write('evidence/a/2', 'x');
    const all = (await store.list('evidence', 100)).map(({ key }) => key);
    expect(all).toEqual(all.toSorted());
    expect(all).toHaveLength(8);
    const paged: string[] = [];
    for (;;) {
      const page = await store.list('evidence', 3, paged.at(-1));
      if (page.length === 0) break;
      paged.push(...page.map(({ key }) => key));
    }
    expect(paged).toEqual(all);
  });
});
