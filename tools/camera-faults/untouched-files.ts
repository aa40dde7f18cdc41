import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IncidentKind } from '@vigil/contracts';

/** A file as it is, and what may be said about its camera. */
export interface UntouchedFile {
  /** Below the data folder. */
  readonly file: string;
  readonly kinds: readonly IncidentKind[];
}

const folders = ['samples', 'ped2/test', 'ped2/train', 'urfd-falls/clips', 'up-fall/clips', 'fights/clips'];

/** Cameras that do turn, zoom or lose their picture, as a look at the clips shows. */
const trueFaults: Readonly<Record<string, readonly IncidentKind[]>> = {};

/** All footage below the data folder. */
export function untouchedFiles(dataFolder: string): UntouchedFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(dataFolder, folder))
      .filter((name) => name.endsWith('.mp4'))
      .toSorted()
      .map((name) => ({ file: `${folder}/${name}`, kinds: trueFaults[name] ?? [] })),
  );
}
