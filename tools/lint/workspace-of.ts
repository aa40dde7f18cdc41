import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository that this plugin stands in: two folders up. Paths are judged from here, wherever the linter was started. */
const repositoryFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where a file stands in the repository. */
export interface FilePlace {
  /** Path from the root of the repository, with `/`. */
  path: string;
  /** Folder of the workspace that holds it: `packages/x`, `apps/x`, `bench`, `tools`, or `.` for files of the root. */
  workspace: string;
  isTest: boolean;
}

/** Finds the workspace of a file. */
export function placeOf(filename: string): FilePlace {
  const path = relative(repositoryFolder, resolve(filename)).split(sep).join('/');
  const [top = '', name = '', ...rest] = path.split('/');
  const isTest = /\.test\.tsx?$/.test(path);
  if ((top === 'packages' || top === 'apps') && rest.length > 0) return { path, workspace: `${top}/${name}`, isTest };
  return { path, workspace: name === '' ? '.' : top, isTest };
}

/** The place that a relative import of a file leads to. */
export function placeOfRelativeImport(filename: string, specifier: string): FilePlace {
  return placeOf(resolve(dirname(filename), specifier));
}
