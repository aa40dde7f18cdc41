import type { CopiedCollection, CopyProgress } from '@vigil/store';
import { printJson, print, type CommandContext } from '../command-context.ts';
import type { ProgressDisplay } from '../output/progress-display.ts';
import { renderTable } from '../output/table.ts';
import type { CopiedMedia } from './copy-media.ts';

const stageNames = { copy: 'copying', verify: 'comparing' } as const;

/** Shows how far a copy of records is. */
export function showRecords(display: ProgressDisplay, { stage, collection, done, total }: CopyProgress): void {
  showShare(display, collection, stageNames[stage], done, total);
}

/** Shows how far a copy of files is. */
export function showMedia(display: ProgressDisplay, doneBytes: number, totalBytes: number): void {
  showShare(display, 'media', 'copying', doneBytes, totalBytes);
}

/** Prints what was copied: the collections that are not empty, and the files. */
export function printCopied(
  context: CommandContext,
  result: { readonly collections: readonly CopiedCollection[]; readonly media: CopiedMedia | null; readonly json: boolean },
): void {
  const { collections, media, json } = result;
  const records = collections.reduce((sum, { count }) => sum + count, 0);
  if (json) {
    printJson(context, { equal: true, records, collections, media });
    return;
  }
  const columns = [{ heading: 'COLLECTION' }, { heading: 'RECORDS', align: 'right' }, { heading: '' }] as const;
  const rows = collections.filter(({ count }) => count > 0).map(({ collection, count }) => [collection, String(count), 'equal']);
  print(context, renderTable(columns, rows));
  print(context, `${records} records, counted and compared: equal`);
  if (media !== null) print(context, `${media.files} files, ${(media.bytes / 1e6).toFixed(1)} MB, read back: equal`);
}

function showShare(display: ProgressDisplay, file: string, stage: string, done: number, total: number): void {
  display.update({ file, stage, mediaSeconds: done, totalSeconds: Math.max(total, 1), timesRealTime: 0, secondsLeft: null });
}
