import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Dataset, datasetSchema, VigilError } from '@vigil/contracts';
import { checkClips } from './check-clips.ts';

/** A data set whose description was checked. */
export interface LoadedDataset {
  /** Absolute path of the folder that holds `dataset.json`. */
  readonly folder: string;
  readonly dataset: Dataset;
  /** The file as it was read. */
  readonly text: string;
}

/**
 * Reads and checks the `dataset.json` of a folder; `docs/dataset-format.md` describes it.
 *
 * @throws VigilError `dataset-invalid` where there is no `dataset.json` in the folder, or naming the field and the clip that
 *   is wrong; `file-missing` where there is no such folder, `file-unreadable` where it is no folder or cannot be read.
 */
export async function readDataset(folder: string): Promise<LoadedDataset> {
  const absolute = resolve(folder);
  const file = join(absolute, 'dataset.json');
  const text = await readText(absolute, file);
  const parsed = datasetSchema.safeParse(parseJson(text, file));
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
  return { folder: absolute, dataset: parsed.data, text };
}

async function readText(folder: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      await checkFolder(folder);
      throw new VigilError(
        'dataset-invalid',
        `${file} does not exist; a data set is a folder with a dataset.json in it.`,
        { file },
        error,
      );
    }
    if (codeOf(error) === 'ENOTDIR') throw noFolder(folder, error);
    throw new VigilError('file-unreadable', `${file} cannot be read: ${(error as Error).message}`, { file }, error);
  }
}

async function checkFolder(folder: string): Promise<void> {
  try {
    await access(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') throw noFolder(folder, error);
    throw new VigilError('file-missing', `${folder} does not exist.`, { file: folder }, error);
  }
}

function noFolder(folder: string, cause: unknown): VigilError {
  return new VigilError(
    'file-unreadable',
    `${folder} is not a folder; a data set is a folder with a dataset.json in it.`,
    { file: folder },
    cause,
  );
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
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
