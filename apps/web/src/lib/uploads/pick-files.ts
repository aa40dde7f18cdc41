import { fileOf, handleOf, pickHandles } from './file-handle.ts';
import type { ChosenFile } from './upload-item.ts';

/** Endings of files that browsers do not know as video. */
const videoEndings = /\.(?:mp4|m4v|mov|mkv|webm|avi|ts|mts|m2ts|mpg|mpeg|wmv|asf|flv|ogv|3gp|mxf|dav)$/i;
/** What browsers do not show as video by themselves. */
const otherEndings = ['.mkv', '.mts', '.m2ts', '.ts', '.mxf', '.dav', '.flv'];
const acceptedByPicker = ['video/*', ...otherEndings].join(',');
const handlesAccepted = { 'video/*': ['.mp4', '.mov', '.webm', '.avi', '.mpg', '.mpeg', '.wmv', '.3gp', ...otherEndings] };

/** Files that were chosen, and how many others lay in the same folders. */
export interface PickedFiles {
  readonly files: readonly ChosenFile[];
  /** Files of folders that are no video by their name. */
  readonly leftOut: number;
}

/** Files that were chosen, with those that are chosen in addition. */
export function withPicked(before: PickedFiles | null, { files, leftOut }: PickedFiles): PickedFiles {
  return { files: [...(before?.files ?? []), ...files], leftOut: (before?.leftOut ?? 0) + leftOut };
}

/** Whether a file is a video by its type or name. The server looks into it in any case. */
export function isVideoByName({ name, type }: { readonly name: string; readonly type: string }): boolean {
  return type.startsWith('video/') || videoEndings.test(name);
}

/** Has the browser ask for files, or a folder with all that is below it. Nothing where the question is closed. */
export async function pickFiles(kind: 'files' | 'folder'): Promise<PickedFiles> {
  const handles = kind === 'files' ? await pickHandles('Videos', handlesAccepted) : null;
  if (handles === null) return await pickByInput(kind);
  const files = await Promise.all(handles.map(async (handle) => ({ file: await fileOf(handle), handle })));
  return {
    files: files.flatMap(({ file, handle }) => (typeof file === 'string' ? [] : [{ file, folder: '', handle }])),
    leftOut: 0,
  };
}

function pickByInput(kind: 'files' | 'folder'): Promise<PickedFiles> {
  const { promise, resolve } = Promise.withResolvers<PickedFiles>();
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  if (kind === 'folder') input.webkitdirectory = true;
  else input.accept = acceptedByPicker;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])].map((file) => ({ file, folder: folderOf(file.webkitRelativePath) }));
    resolve(kind === 'folder' ? videosOf(files) : { files, leftOut: 0 });
  });
  input.addEventListener('cancel', () => resolve({ files: [], leftOut: 0 }));
  input.click();
  return promise;
}

/** The files and folders of a drop, with all that is below them. To be called while the event is handled. */
export async function readDrop(items: DataTransferItemList): Promise<PickedFiles> {
  const entries = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile(), handle: handleOf(item) }));
  const alone: ChosenFile[] = [];
  const inFolders: ChosenFile[] = [];
  for (const { entry, file, handle } of entries) {
    if (entry?.isDirectory === true) inFolders.push(...(await filesBelow(entry as FileSystemDirectoryEntry)));
    else if (file !== null) alone.push({ file, folder: '', handle: await handle });
  }
  const { files, leftOut } = videosOf(inFolders);
  return { files: [...alone, ...files], leftOut };
}

async function filesBelow(folder: FileSystemDirectoryEntry): Promise<ChosenFile[]> {
  const reader = folder.createReader();
  const found: ChosenFile[] = [];
  for (;;) {
    // a reader hands over some entries at a time, and none at the end; a folder that may not be read is empty
    const entries = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (entries.length === 0) return found;
    for (const entry of entries) {
      if (entry.isDirectory) found.push(...(await filesBelow(entry as FileSystemDirectoryEntry)));
      else {
        const file = await fileOfEntry(entry as FileSystemFileEntry);
        if (file !== null) found.push({ file, folder: folderOf(entry.fullPath) });
      }
    }
  }
}

/** Null where it may not be read. */
function fileOfEntry(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}

function folderOf(path: string): string {
  return path
    .split('/')
    .slice(0, -1)
    .filter((part) => part !== '')
    .join('/');
}

function videosOf(files: readonly ChosenFile[]): PickedFiles {
  const videos = files
    .filter(({ file }) => isVideoByName(file) && !file.name.startsWith('.'))
    .toSorted((a, b) => `${a.folder}/${a.file.name}`.localeCompare(`${b.folder}/${b.file.name}`, undefined, { numeric: true }));
  return { files: videos, leftOut: files.length - videos.length };
}
