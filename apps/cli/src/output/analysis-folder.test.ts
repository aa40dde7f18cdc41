import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnalysisResult } from '@vigil/contracts';
import { afterAll, describe, expect, it } from 'vitest';
import { analysisWith, incidentWith } from '../fixtures/analysis.ts';
import { AnalysisFolder } from './analysis-folder.ts';

const root = await mkdtemp(join(tmpdir(), 'vigil-folder-'));
afterAll(async () => await rm(root, { recursive: true }));

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);

async function write(folder: string, ids: readonly string[]): Promise<AnalysisResult> {
  await using output = await AnalysisFolder.open(folder);
  const result = analysisWith(ids.map((id) => incidentWith({ id })));
  for (const id of ids) {
    await writeFile(join(output.partialPath, 'key-frames', `${id}.jpg`), jpeg);
    await writeFile(join(output.partialPath, 'clips', `${id}.mp4`), id);
  }
  await output.complete(result);
  return result;
}

async function list(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}

describe('an output folder', () => {
  it('holds result, report, key frames and clips once it is complete, and nothing else', async () => {
    const folder = join(root, 'new', 'deep');
    const result = await write(folder, ['a']);
    expect(await list(folder)).toEqual([
      'clips',
      'clips/a.mp4',
      'incidents.json',
      'key-frames',
      'key-frames/a.jpg',
      'report.html',
    ]);
    expect(JSON.parse(await readFile(join(folder, 'incidents.json'), 'utf8'))).toEqual(result);
    const report = await readFile(join(folder, 'report.html'), 'utf8');
    expect(report).toContain(`data:image/jpeg;base64,${jpeg.toString('base64')}`);
    expect(report).toContain('clips/a.mp4');
  });

  it('takes the place of an earlier analysis and leaves the files of others alone', async () => {
    const folder = join(root, 'again');
    await write(folder, ['a', 'b']);
    await writeFile(join(folder, 'clips', 'holiday.mp4'), 'mine');
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await write(folder, ['b', 'c']);
    expect(await list(folder)).toEqual([
      'clips',
      'clips/b.mp4',
      'clips/c.mp4',
      'clips/holiday.mp4',
      'incidents.json',
      'key-frames',
      'key-frames/b.jpg',
      'key-frames/c.jpg',
      'notes.txt',
      'report.html',
    ]);
    await write(folder, []);
    expect(await list(folder)).toEqual(['clips', 'clips/holiday.mp4', 'incidents.json', 'notes.txt', 'report.html']);
  });

  it('keeps an earlier analysis whole until the new one is complete', async () => {
    const folder = join(root, 'kept');
    await write(folder, ['a']);
    const before = await list(folder);
    {
      await using output = await AnalysisFolder.open(folder);
      await writeFile(join(output.partialPath, 'clips', 'a.mp4'), 'half');
    }
    expect(await list(folder)).toEqual(before);
    expect(await readFile(join(folder, 'clips', 'a.mp4'), 'utf8')).toBe('a');
  });

  it('leaves no folder behind that it made and did not complete', async () => {
    {
      await using output = await AnalysisFolder.open(join(root, 'one', 'two'));
      await writeFile(join(output.partialPath, 'clips', 'a.mp4'), 'half');
    }
    expect(await readdir(root)).not.toContain('one');
  });

  it('clears away what a killed run left', async () => {
    const folder = join(root, 'killed');
    await mkdir(join(folder, '.vigil-partial-999999999'), { recursive: true });
    await write(folder, []);
    expect(await list(folder)).toEqual(['incidents.json', 'report.html']);
  });

  it.each(['incidents.json', 'report.html'])('refuses to write over a %s of somebody else', async (name) => {
    const folder = join(root, `taken-${name}`);
    await mkdir(folder);
    await writeFile(join(folder, name), '{"mine":true}');
    await expect(AnalysisFolder.open(folder)).rejects.toMatchObject({
      code: 'not-writable',
      message: expect.stringContaining(name),
    });
    expect(await list(folder)).toEqual([name]);
  });

  it('says that a file is in the way', async () => {
    await writeFile(join(root, 'file'), '');
    await expect(AnalysisFolder.open(join(root, 'file'))).rejects.toMatchObject({ code: 'not-writable' });
    await expect(AnalysisFolder.open(join(root, 'file', 'out'))).rejects.toMatchObject({ code: 'not-writable' });
  });
});
