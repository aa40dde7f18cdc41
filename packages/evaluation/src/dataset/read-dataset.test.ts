import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VigilError } from '@vigil/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frameLabels } from './frame-labels.ts';
import { readDataset } from './read-dataset.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigil-dataset-'));
  await writeFile(join(folder, 'a.mp4'), 'x');
  await writeFile(join(folder, 'b.mp4'), 'x');
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function failure(description: unknown): Promise<VigilError> {
  await writeFile(join(folder, 'dataset.json'), typeof description === 'string' ? description : JSON.stringify(description));
  const error: unknown = await readDataset(folder).catch((caught: unknown) => caught);
  if (!(error instanceof VigilError)) throw new Error(`expected a VigilError, got ${String(error)}`);
  return error;
}

const withClips = (...clips: unknown[]): unknown => ({ name: 'set', task: 'one-class', clips });

describe('readDataset', () => {
  it('reads a description and keeps fields that it does not know', async () => {
    const description = {
      name: 'set',
      task: 'event',
      camera: 'north',
      clips: [{ file: 'a.mp4', split: 'test', label: 'fall', weather: 'rain' }],
    };
    await writeFile(join(folder, 'dataset.json'), JSON.stringify(description));
    expect(await readDataset(folder)).toEqual({ folder, text: JSON.stringify(description), dataset: description });
  });

  it('says that a folder has no description', async () => {
    await expect(readDataset(folder)).rejects.toMatchObject({
      code: 'dataset-invalid',
      message: expect.stringContaining(join(folder, 'dataset.json')),
    });
  });

  it('says that there is no folder', async () => {
    const missing = join(folder, 'gone');
    await expect(readDataset(missing)).rejects.toMatchObject({ code: 'file-missing', message: expect.stringContaining(missing) });
  });

  it('says that a file is no folder', async () => {
    await expect(readDataset(join(folder, 'a.mp4'))).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  it.each([
    ['not JSON', '{', 'is not JSON'],
    ['a list', [], 'expected object'],
    ['an unknown task', { name: 'set', task: 'guess', clips: [{ file: 'a.mp4' }] }, '"task"'],
    ['no clips', { name: 'set', task: 'event', clips: [] }, '"clips"'],
    ['a clip without a file', withClips({ file: 'a.mp4' }, { split: 'test' }), '"clips[1].file"'],
    ['a negative frame', withClips({ file: 'a.mp4', anomalousFrames: [[-1, 4]] }), '"clips[0].anomalousFrames[0][0]"'],
    ['a missing clip', withClips({ file: 'c.mp4' }), '"clips[0].file" of clip "c.mp4" is wrong: there is no such file'],
    ['a folder as clip', withClips({ file: '.' }), 'it is not a file'],
    [
      'a clip named twice',
      withClips({ file: 'a.mp4' }, { file: 'a.mp4' }),
      '"clips[1].file" of clip "a.mp4" is wrong: the clip is listed twice',
    ],
    [
      'a range that ends before it starts',
      withClips({ file: 'a.mp4', anomalousFrames: [[9, 4]] }),
      'it ends at frame 4, before its start at 9',
    ],
    [
      'overlapping ranges',
      withClips({
        file: 'a.mp4',
        anomalousFrames: [
          [0, 9],
          [9, 12],
        ],
      }),
      '"clips[0].anomalousFrames[1]"',
    ],
    ['a fall that ends before it starts', withClips({ file: 'a.mp4', fallingFrames: [5, 1] }), '"clips[0].fallingFrames"'],
  ])('names what is wrong: %s', async (_, description, words) => {
    const error = await failure(description);
    expect(error.code).toBe('dataset-invalid');
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('\n');
  });

  it.each(['../a.mp4', 'sub/../../a.mp4', '/etc/passwd', '..\\a.mp4'])('refuses to leave the folder: %s', async (file) => {
    expect((await failure(withClips({ file }))).message).toContain('a path below the folder');
  });

  it('refuses a link that leads out of the folder', async () => {
    await mkdir(join(folder, 'set'));
    await symlink(join(folder, 'a.mp4'), join(folder, 'set', 'a.mp4'));
    folder = join(folder, 'set');
    const error = await failure(withClips({ file: 'a.mp4' }));
    folder = join(folder, '..');
    expect(error.message).toContain('a link that leads out of the folder');
  });
});

describe('frameLabels', () => {
  it('marks inclusive ranges and cuts them to the clip', () => {
    expect([
      ...(frameLabels(
        {
          file: 'a',
          anomalousFrames: [
            [1, 2],
            [4, 99],
          ],
        },
        6,
      ) ?? []),
    ]).toEqual([0, 1, 1, 0, 1, 1]);
  });

  it('tells wholly normal from unlabelled, and reads falls', () => {
    expect(frameLabels({ file: 'a' }, 3)).toBeNull();
    expect([...(frameLabels({ file: 'a', anomalousFrames: [] }, 2) ?? [])]).toEqual([0, 0]);
    expect([...(frameLabels({ file: 'a', fallingFrames: [1, 1], lyingFrames: [2, 3] }, 5) ?? [])]).toEqual([0, 1, 1, 1, 0]);
  });
});

const shared = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
const sets = existsSync(shared) ? readdirSync(shared).filter((name) => existsSync(join(shared, name, 'dataset.json'))) : [];

describe.skipIf(sets.length === 0)('data sets at hand (needs ../shared/data)', () => {
  it.each(sets)('%s is valid', async (name) => {
    const { dataset } = await readDataset(join(shared, name));
    expect(dataset.clips.length).toBeGreaterThan(0);
  });
});
