import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runMediaJobs } from './checks/media-jobs.ts';
import { CorpusFolder } from './corpus-folder.ts';
import { addEditedBoxes } from './groups/edited-boxes.ts';
import { addEditedElements } from './groups/edited-elements.ts';
import { addEditedHeaders } from './groups/edited-headers.ts';
import { addFlippedBits } from './groups/flipped-bits.ts';
import type { GroupMaker, GroupMaterial } from './groups/group.ts';
import { addLinks } from './groups/links.ts';
import { addManyStreams } from './groups/many-streams.ts';
import { addReferences } from './groups/references.ts';
import { addSwappedStreams } from './groups/swapped-streams.ts';
import { SeededRandom } from './random.ts';
import { SeedFiles } from './seed-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-hostile-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every group that is quickly made; `npm run hostile` has the rest. */
const groups: readonly GroupMaker[] = [
  addEditedBoxes,
  addEditedElements,
  addEditedHeaders,
  addSwappedStreams,
  addManyStreams,
  addReferences,
  addLinks,
];

function makeSmallCorpus(name: string, seeds: SeedFiles): CorpusFolder {
  const corpus = new CorpusFolder(join(folder, name));
  const material: GroupMaterial = {
    corpus,
    seeds,
    random: new SeededRandom(7),
    canaryFile: '/nowhere/canary.mp4',
    canaryAddress: '127.0.0.1:9',
  };
  for (const addGroup of groups) addGroup(material);
  addFlippedBits(material, corpus.entries.length + 30);
  corpus.finish();
  return corpus;
}

function contentsOf({ path, entries }: CorpusFolder): Buffer[] {
  return entries.map(({ nameBase64 }) => readFileSync(join(path, Buffer.from(nameBase64, 'base64').toString())));
}

const seeds = new SeedFiles();
const corpus = makeSmallCorpus('first', seeds);

it('makes the same files every time', () => {
  expect(contentsOf(makeSmallCorpus('second', new SeedFiles()))).toEqual(contentsOf(corpus));
});

describe('a few of the hostile files', () => {
  const step = Math.ceil(corpus.entries.length / 9);
  const few = corpus.entries.filter((_entry, index) => index % step === 0);

  it.each(few)('$group: $what', async ({ nameBase64 }) => {
    const path = join(corpus.path, Buffer.from(nameBase64, 'base64').toString());
    const outcomes = await runMediaJobs(path, join(folder, 'scratch'));
    expect(outcomes.flatMap(({ problems }) => problems)).toEqual([]);
    expect(outcomes.map(({ job }) => job)).toEqual(['probe', 'frames', 'sound', 'clip']);
    expect(existsSync(join(folder, 'scratch')) ? readdirSync(join(folder, 'scratch')) : []).toEqual([]);
  });
});
