import type { CorpusFolder } from '../corpus-folder.ts';
import type { SeededRandom } from '../random.ts';
import type { SeedFiles } from '../seed-files.ts';

/** What a group of hostile files is made from. */
export interface GroupMaterial {
  readonly corpus: CorpusFolder;
  readonly seeds: SeedFiles;
  readonly random: SeededRandom;
  /** A well-formed video outside of the corpus that no file of it may make anyone open, absolute path. */
  readonly canaryFile: string;
  /** Address on this machine that no file may make anyone ask, `127.0.0.1:PORT`. */
  readonly canaryAddress: string;
}

/** Adds the files of one kind of hostility. */
export type GroupMaker = (material: GroupMaterial) => void;
