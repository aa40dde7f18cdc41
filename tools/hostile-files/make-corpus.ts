import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CorpusFolder } from './corpus-folder.ts';
import { addBombs } from './groups/bombs.ts';
import { addEditedBoxes } from './groups/edited-boxes.ts';
import { addEditedElements } from './groups/edited-elements.ts';
import { addEditedHeaders } from './groups/edited-headers.ts';
import { addFlippedBits } from './groups/flipped-bits.ts';
import type { GroupMaker, GroupMaterial } from './groups/group.ts';
import { addLinks } from './groups/links.ts';
import { addManyStreams } from './groups/many-streams.ts';
import { addNames } from './groups/names.ts';
import { addNotMedia } from './groups/not-media.ts';
import { addPixelFormats } from './groups/pixel-formats.ts';
import { addReferences } from './groups/references.ts';
import { addSwappedStreams } from './groups/swapped-streams.ts';
import { addTruncated } from './groups/truncated.ts';
import { SeededRandom } from './random.ts';
import { SeedFiles } from './seed-files.ts';

const seed = 20_261;
/** Files of the corpus; flipped bits fill up what the other groups leave. */
const corpusSize = 500;

const groups: readonly GroupMaker[] = [
  addTruncated,
  addEditedBoxes,
  addEditedElements,
  addEditedHeaders,
  addSwappedStreams,
  addManyStreams,
  addPixelFormats,
  addReferences,
  addLinks,
  addBombs,
  addNotMedia,
  addNames,
];

/**
 * Makes the corpus of hostile files: the same bytes in every run, but for the absolute path and the address that are planted in
 * files which refer to others.
 *
 * @param folder An empty or missing folder. A well-formed video that nobody may open is put beside it, `FOLDER-canary/`.
 * @param canaryAddress What the files name as a web server, `127.0.0.1:PORT`.
 * @returns The corpus, and the path of that video.
 */
export function makeCorpus(folder: string, canaryAddress: string): { corpus: CorpusFolder; canaryFile: string } {
  const corpus = new CorpusFolder(resolve(folder));
  const seeds = new SeedFiles();
  const canaryFolder = `${corpus.path}-canary`;
  mkdirSync(canaryFolder, { recursive: true });
  const canaryFile = join(canaryFolder, 'canary.mp4');
  writeFileSync(canaryFile, seeds.copy('h264.mp4'));
  const material: GroupMaterial = { corpus, seeds, random: new SeededRandom(seed), canaryFile, canaryAddress };
  for (const addGroup of groups) addGroup(material);
  addFlippedBits(material, corpusSize);
  corpus.finish();
  return { corpus, canaryFile };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, address = '127.0.0.1:9'] = process.argv.slice(2);
  if (!folder) {
    process.stderr.write('usage: make-corpus.ts FOLDER [127.0.0.1:PORT]\n');
    process.exit(2);
  }
  const { corpus } = makeCorpus(folder, address);
  process.stdout.write(`${corpus.entries.length} files in ${corpus.path}\n`);
}
