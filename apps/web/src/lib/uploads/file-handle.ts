/** A file that the browser can be asked for again, where it has the File System Access API. */
export interface FileHandle extends FileSystemFileHandle {
  /** Missing where a handle needs no permission. */
  queryPermission?(wanted: { readonly mode: 'read' }): Promise<PermissionState>;
  /** Asks the person; only in answer to a press. */
  requestPermission?(wanted: { readonly mode: 'read' }): Promise<PermissionState>;
}

/** Why a file cannot be had again: nobody allowed it, or it is not there any more. */
export type HandleProblem = 'refused' | 'gone';

/** The file of a handle; asks for permission where that is needed, so it is called in answer to a press. */
export async function fileOf(handle: FileHandle): Promise<File | HandleProblem> {
  const wanted = { mode: 'read' } as const;
  try {
    const state = (await handle.queryPermission?.(wanted)) ?? 'granted';
    if (state !== 'granted' && (await handle.requestPermission?.(wanted)) !== 'granted') return 'refused';
    return await handle.getFile();
  } catch (error) {
    return error instanceof DOMException && error.name !== 'NotFoundError' ? 'refused' : 'gone';
  }
}

interface WithFilePicker {
  showOpenFilePicker?(options: {
    readonly multiple: boolean;
    readonly types: readonly { readonly description: string; readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<readonly FileHandle[]>;
}

interface WithHandle {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/**
 * Has the browser ask for files in the way that gives handles. Nothing where the question is closed.
 *
 * @param accept Endings with their dot, by type.
 * @returns null where the browser has no such way.
 */
export async function pickHandles(
  description: string,
  accept: Readonly<Record<string, readonly string[]>>,
): Promise<readonly FileHandle[] | null> {
  const browser: WithFilePicker = globalThis as WithFilePicker;
  if (browser.showOpenFilePicker === undefined) return null;
  try {
    return await browser.showOpenFilePicker({ multiple: true, types: [{ description, accept }] });
  } catch (error) {
    // the question was closed; anything else is a browser that does not allow it here
    return error instanceof DOMException && error.name === 'AbortError' ? [] : null;
  }
}

/** The handle of a dropped file; undefined where the browser gives none. To be called while the event is handled. */
export async function handleOf(item: DataTransferItem): Promise<FileHandle | undefined> {
  const handle = await (item as WithHandle).getAsFileSystemHandle?.().catch(() => null);
  return handle?.kind === 'file' ? (handle as FileHandle) : undefined;
}
