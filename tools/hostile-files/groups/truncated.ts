import { extensionOf } from '../corpus-folder.ts';
import type { GroupMaker } from './group.ts';

/** Lengths that are left, in bytes below 1000 or as fractions. */
const cuts = [13, 0.35, 0.97];

/** Files that end too early: in the first header, in the middle, shortly before the end. */
export const addTruncated: GroupMaker = ({ corpus, seeds }) => {
  for (const name of seeds.names) {
    for (const cut of cuts) {
      const bytes = seeds.copy(name);
      const length = cut < 1 ? Math.round(bytes.length * cut) : cut;
      corpus.add(
        'truncated',
        `${name}: the first ${length} of ${bytes.length} bytes`,
        extensionOf(name),
        bytes.subarray(0, length),
      );
    }
  }
};
