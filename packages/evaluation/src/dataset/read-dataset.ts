import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Dataset, datasetSchema, VigilError } from '@vigil/contracts';
import { checkClips } from './check-clips.ts';

/** A data set whose description was checked. */
export interface LoadedDataset {
  /** Absolute path of the folder that holds `dataset.json`. */
  readonly folder: string;
  readonly dataset: Dataset;
}

/**
 * Reads and checks the `dataset.json` of a folder; `docs/dataset-format.md` describes it.
 *
 * @throws VigilError `dataset-invalid` naming the field and the clip that is wrong, `file-missing` where there is no
 *   `dataset.json`, `file-unreadable` where it cannot be read.
 */
export async function readDataset(folder: string): Promise<LoadedDataset> {
  const absolute = resolve(folder);
  const file = join(absolute, 'dataset.json');
  const parsed = datasetSchema.safeParse(parseJson(await readText(file), file));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = fieldPath(issue?.path ?? []);
    throw new VigilError(
      'dataset-invalid',
      `${file}: ${field === '' ? 'the description' : `"${field}"`} is wrong: ${issue?.message ?? 'it does not fit the format'}.`,
      {
        file,
        field,
      },
    );
  }
  await checkClips(absolute, file, parsed.data);
  return { folder: absolute, dataset: parsed.data };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const missing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    if (missing)
      throw new VigilError(
        'file-missing',
        `${file} does not exist; a data set is a folder with a dataset.json in it.`,
        { file },
        error,
      );
    throw new VigilError('file-unreadable', `${file} cannot be read: ${(error as Error).message}`, { file }, error);
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new VigilError('dataset-invalid', `${file} is not JSON: ${(error as Error).message}`, { file }, error);
  }
}

/** `clips[3].anomalousFrames[0]`, as one would write it in code. */
function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('');
}
