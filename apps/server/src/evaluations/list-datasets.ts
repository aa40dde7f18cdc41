import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type AvailableDataset, type AvailableDatasets, datasetSchema } from '@vigil/contracts';

/** Folders that are looked into at most. */
const mostFolders = 200;

/** A larger description is no description. */
const largestDescriptionBytes = 32 * 1024 * 1024;

const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** The data sets in the folders below one, by name. @param folder Null where the server is told of none */
export async function listDatasets(folder: string | null): Promise<AvailableDatasets> {
  if (folder === null) return { items: [], reason: 'The server has no data sets: DATASETS_DIR is not set' };
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    return { items: [], reason: 'The folder that DATASETS_DIR names cannot be read' };
  }
  const items: AvailableDataset[] = [];
  for (const name of names.filter((found) => namePattern.test(found)).toSorted()) {
    if (items.length === mostFolders) break;
    const dataset = await describe(folder, name);
    if (dataset !== null) items.push(dataset);
  }
  return { items, reason: items.length === 0 ? 'No folder in DATASETS_DIR has a dataset.json' : null };
}

/** What a folder's `dataset.json` says; null where it has none. */
async function describe(folder: string, dataset: string): Promise<AvailableDataset | null> {
  const path = join(folder, dataset, 'dataset.json');
  const unusable = (problem: string): AvailableDataset => ({ dataset, title: null, task: null, clips: null, problem });
  let value: unknown;
  try {
    const { size } = await stat(path);
    if (size > largestDescriptionBytes) return unusable(`dataset.json has ${size} bytes, over ${largestDescriptionBytes}`);
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return unusable('dataset.json is not JSON');
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : unusable(`dataset.json cannot be read (${String(code)})`);
  }
  const parsed = datasetSchema.safeParse(value);
  if (!parsed.success) {
    const [{ path: field, message }] = parsed.error.issues;
    return unusable(`dataset.json: ${field.join('.')}: ${message}`.slice(0, 300));
  }
  const { name, task, clips } = parsed.data;
  return { dataset, title: name, task, clips: clips.length, problem: null };
}
