import { execFile, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { VigilError } from '@vigil/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { objectDetectorRecipe } from '../object-detector/object-detector-recipe.ts';
import { smallModel } from '../testing/small-model.ts';
import { cacheError } from './cache-errors.ts';
import { installModel } from './install-model.ts';
import { sha256Of } from './model-manifest.ts';
import type { ModelRecipe } from './model-recipe.ts';
import { modelStatus } from './model-status.ts';

let cacheFolder: string;
beforeEach(() => {
  cacheFolder = mkdtempSync(join(tmpdir(), 'vigil-cache-'));
});
afterEach(() => rmSync(cacheFolder, { recursive: true }));

const missing: ModelRecipe = {
  ...objectDetectorRecipe,
  source: { ...objectDetectorRecipe.source, packageName: '@vigil-test/not-installed' },
};

/** A recipe that is quick, with the count of its builds. */
function quickRecipe(): { recipe: ModelRecipe; builds: () => number } {
  let builds = 0;
  const recipe: ModelRecipe = {
    ...objectDetectorRecipe,
    name: 'quick',
    build: () => {
      builds++;
      return smallModel(16);
    },
  };
  return { recipe, builds: () => builds };
}

describe('installModel', () => {
  it('builds a model with a manifest that describes source and result', async () => {
    const installed = await installModel(objectDetectorRecipe, join(cacheFolder, 'deep', 'folder'));
    const bytes = readFileSync(installed.path);
    expect(installed.manifest.model).toEqual({ sizeBytes: bytes.length, sha256: sha256Of(bytes) });
    expect(installed.manifest.source).toMatchObject({
      packageName: '@mediapipe/objectron',
      packageVersion: '0.4.1675468480',
      sizeBytes: 9_987_912,
    });
    expect(installed.manifest.licence).toBe('Apache-2.0');
  });

  it('is built once and afterwards only checked', async () => {
    const { recipe, builds } = quickRecipe();
    const first = await installModel(recipe, cacheFolder);
    const modified = statSync(first.path).mtimeMs;
    expect(await installModel(recipe, cacheFolder)).toEqual(first);
    expect(statSync(first.path).mtimeMs).toBe(modified);
    expect(builds()).toBe(1);
  });

  it.each<[string, (path: string) => void]>([
    ['cut off', (path) => truncateSync(path, 100)],
    ['changed in one byte', (path) => writeFileSync(path, readFileSync(path).fill(1, 40, 41))],
    ['removed', (path) => rmSync(path)],
    ['left without a manifest', (path) => rmSync(join(path, '..', 'manifest.json'))],
    ['left with a manifest that is no JSON', (path) => writeFileSync(join(path, '..', 'manifest.json'), '{')],
  ])('is built again when its file was %s', async (_, damage) => {
    const { recipe, builds } = quickRecipe();
    const first = await installModel(recipe, cacheFolder);
    damage(first.path);
    expect(await modelStatus(recipe, cacheFolder)).toMatchObject({ state: 'buildable' });
    expect(await installModel(recipe, cacheFolder)).toEqual(first);
    expect(sha256Of(readFileSync(first.path))).toBe(first.manifest.model.sha256);
    expect(builds()).toBe(2);
    expect(readdirSync(join(cacheFolder, 'quick'))).toEqual([first.version]);
  });

  it('is safe when several processes build it at once', async () => {
    const script = `
      import { installModel, objectDetectorRecipe } from ${JSON.stringify(new URL('../index.ts', import.meta.url).href)};
      const { path } = await installModel(objectDetectorRecipe, ${JSON.stringify(cacheFolder)});
      process.stdout.write(path);`;
    const start = (): Promise<{ stdout: string }> => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    const [a, b, own] = await Promise.all([start(), start(), installModel(objectDetectorRecipe, cacheFolder)]);
    expect([a.stdout, b.stdout]).toEqual([own.path, own.path]);
    expect(sha256Of(readFileSync(own.path))).toBe(own.manifest.model.sha256);
    expect(readdirSync(join(cacheFolder, 'object-detector'))).toEqual([own.version]);
  });

  it('clears away what a process left that died long ago, and nothing newer', async () => {
    const { recipe } = quickRecipe();
    const [old, fresh] = ['.building-old', '.building-fresh'].map((name) => join(cacheFolder, 'quick', name));
    for (const folder of [old, fresh]) mkdirSync(folder, { recursive: true });
    utimesSync(old, 0, 0);
    await installModel(recipe, cacheFolder);
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });

  it('leaves nothing behind when the weights are not what they should be', async () => {
    const { recipe } = quickRecipe();
    const failing: ModelRecipe = { ...recipe, build: () => objectDetectorRecipe.build(new Uint8Array(1000)) };
    await expect(installModel(failing, cacheFolder)).rejects.toMatchObject({ code: 'model-invalid' });
    expect(readdirSync(cacheFolder)).toEqual([]);
  });

  it('says what to do when the npm package is missing', async () => {
    await expect(installModel(missing, cacheFolder)).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining('npm install @vigil-test/not-installed'),
    });
  });

  it('needs no npm package once the model is in the cache', async () => {
    const { recipe, builds } = quickRecipe();
    const installed = await installModel(recipe, cacheFolder);
    const orphan: ModelRecipe = { ...recipe, source: missing.source };
    expect(await installModel(orphan, cacheFolder)).toEqual(installed);
    expect(await modelStatus(orphan, cacheFolder)).toMatchObject({ state: 'installed', version: installed.version });
    expect(builds()).toBe(1);
    truncateSync(installed.path, 10);
    expect(await modelStatus(orphan, cacheFolder)).toMatchObject({ state: 'unavailable' });
    await expect(installModel(orphan, cacheFolder)).rejects.toMatchObject({ code: 'model-unavailable' });
  });

  it('says that the cache cannot be written where a file is in the way', async () => {
    const file = join(cacheFolder, 'file');
    writeFileSync(file, '');
    await expect(installModel(quickRecipe().recipe, file)).rejects.toMatchObject({
      code: 'not-writable',
      message: expect.stringContaining(file),
    });
  });
});

/** Runs a command while `folder` is a disk of one megabyte, for this command only. */
function onSmallDisk(folder: string, ...command: string[]): { status: number | null; stdout: string } {
  const mount = `mount -t tmpfs -o size=1m tmpfs ${folder} && exec "$@"`;
  return spawnSync('sh', ['-c', 'exec unshare --mount --map-root-user sh -c "$0" sh "$@"', mount, ...command], {
    encoding: 'utf8',
  });
}
const canMount = onSmallDisk('/mnt', 'true').status === 0;

describe.skipIf(!canMount)('installModel on a full disk (needs the right to mount one)', () => {
  it('says that the disk is full and leaves nothing that looks complete', () => {
    const script = `
      import { readdirSync } from 'node:fs';
      import { installModel, objectDetectorRecipe } from ${JSON.stringify(new URL('../index.ts', import.meta.url).href)};
      const error = await installModel(objectDetectorRecipe, ${JSON.stringify(cacheFolder)}).catch((thrown) => thrown);
      process.stdout.write(JSON.stringify({ code: error.code, left: readdirSync(${JSON.stringify(`${cacheFolder}/object-detector`)}) }));`;
    const { stdout } = onSmallDisk(cacheFolder, process.execPath, '--input-type=module', '-e', script);
    expect(JSON.parse(stdout)).toEqual({ code: 'disk-full', left: [] });
  });
});

describe('modelStatus', () => {
  it('goes from buildable to installed', async () => {
    const { recipe } = quickRecipe();
    expect(await modelStatus(recipe, cacheFolder)).toMatchObject({ name: 'quick', state: 'buildable' });
    const { version, manifest } = await installModel(recipe, cacheFolder);
    expect(await modelStatus(recipe, cacheFolder)).toEqual({
      name: 'quick',
      state: 'installed',
      version,
      sizeBytes: manifest.model.sizeBytes,
    });
  });

  it('is a value and not an error where the npm package is missing', async () => {
    const status = await modelStatus(missing, cacheFolder);
    expect(status).toMatchObject({ name: 'object-detector', state: 'unavailable' });
    expect(status).toHaveProperty('reason', expect.stringContaining('npm install @vigil-test/not-installed'));
  });
});

describe('cacheError', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'not-writable'],
    ['EROFS', 'not-writable'],
  ])('%s is %s', (systemCode, code) => {
    expect(cacheError(Object.assign(new Error(systemCode), { code: systemCode }), '/cache')).toMatchObject({ code });
  });

  it('passes other errors on', () => {
    const error = new VigilError('model-invalid', 'damaged');
    expect(cacheError(error, '/cache')).toBe(error);
  });
});
