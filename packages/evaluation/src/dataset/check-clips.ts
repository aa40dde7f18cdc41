import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import { type Dataset, type DatasetClip, VigilError } from '@vigil/contracts';

type Fail = (field: string, problem: string) => never;

/**
 * Checks what the schema cannot say: that every clip is a file below the folder, named once, and that its ranges are in
 * order.
 *
 * @throws VigilError `dataset-invalid`
 */
export async function checkClips(folder: string, descriptionFile: string, dataset: Dataset): Promise<void> {
  const root = await realpath(folder);
  const seen = new Set<string>();
  for (const [index, clip] of dataset.clips.entries()) {
    const fail: Fail = (field, problem) => {
      const path = `clips[${index}].${field}`;
      throw new VigilError('dataset-invalid', `${descriptionFile}: "${path}" of clip "${clip.file}" is wrong: ${problem}.`, {
        file: descriptionFile,
        field: path,
        clip: clip.file,
      });
    };
    if (seen.has(clip.file)) fail('file', 'the clip is listed twice');
    seen.add(clip.file);
    await checkFile(root, clip.file, fail);
    checkRanges(clip, fail);
  }
}

async function checkFile(root: string, file: string, fail: Fail): Promise<void> {
  if (isAbsolute(file) || file.split(/[/\\]/).includes('..') || file.includes('\0')) {
    fail('file', 'it must be a path below the folder of dataset.json');
  }
  const actual = await realpath(join(root, file)).catch(() => fail('file', 'there is no such file'));
  if (actual !== root && !actual.startsWith(root.endsWith(sep) ? root : root + sep))
    fail('file', 'it is a link that leads out of the folder');
  if (!(await stat(actual)).isFile()) fail('file', 'it is not a file');
}

function checkRanges(clip: DatasetClip, fail: Fail): void {
  checkOrder(clip.fallingFrames, 'fallingFrames', fail);
  checkOrder(clip.lyingFrames, 'lyingFrames', fail);
  let before = -1;
  clip.anomalousFrames?.forEach((range, index) => {
    const field = `anomalousFrames[${index}]`;
    checkOrder(range, field, fail);
    if (range[0] <= before) fail(field, `it starts at frame ${range[0]}, but the range before it ends at ${before}`);
    before = range[1];
  });
}

function checkOrder(range: readonly [number, number] | undefined, field: string, fail: Fail): void {
  if (range !== undefined && range[1] < range[0]) fail(field, `it ends at frame ${range[1]}, before its start at ${range[0]}`);
}
