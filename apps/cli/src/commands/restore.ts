import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { copyStore, openSqliteStore, type CopiedCollection, type Store } from '@vigil/store';
import { backupFiles, readManifest, type BackupManifest } from '../backup/backup-manifest.ts';
import { printCopied, showMedia, showRecords } from '../backup/copy-display.ts';
import { copyMedia } from '../backup/copy-media.ts';
import { openConfiguredStore } from '../backup/open-configured-store.ts';
import { showProgress, type CommandContext } from '../command-context.ts';
import type { ProgressMode } from '../output/progress-display.ts';
import { writing } from '../output/write-failure.ts';

/** What the user asked for. */
export interface RestoreOptions {
  /** Folder of the backup. */
  readonly folder: string;
  /** Removes what is in the store first. */
  readonly replace?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly progress: ProgressMode;
}

/** Sessions and codes end by themselves, and are left out once they have. */
const ending = new Set(['accounts.session', 'accounts.verification']);

/** Brings a backup into the configured store, and its files into the media folder. No service may run meanwhile. */
export async function restore(context: CommandContext, options: RestoreOptions): Promise<number> {
  const folder = resolve(options.folder);
  const manifest = await readManifest(folder);
  const { configuration, signal } = context;
  using display = showProgress(context, options.progress);
  await using source = await openBackup(join(folder, backupFiles.store));
  await using target = await openConfiguredStore(configuration, false);
  let media = null;
  if (manifest.media !== null) {
    const { bytes } = manifest.media;
    const onProgress = (done: number) => showMedia(display, done, bytes);
    media = await copyMedia(join(folder, backupFiles.media), configuration.mediaFolder, { signal, onProgress });
    if (media.files !== manifest.media.files) {
      throw damaged(folder, `it should hold ${manifest.media.files} media files, and holds ${media.files}`);
    }
  }
  const collections = await copyRecords(source.store, target, {
    replaceTarget: options.replace === true,
    signal,
    onProgress: (progress) => showRecords(display, progress),
  });
  await requireAsWritten(folder, manifest, collections, target);
  display.clear();
  printCopied(context, { collections, media, json: options.json === true });
  return 0;
}

async function copyRecords(...[from, to, options]: Parameters<typeof copyStore>): Promise<readonly CopiedCollection[]> {
  try {
    return await copyStore(from, to, options);
  } catch (error) {
    if (!(error instanceof VigilError) || error.code !== 'conflict' || error.details['count'] === undefined) throw error;
    throw new VigilError('conflict', `${error.message}; "--replace" removes what it holds first`, error.details, error);
  }
}

/** Compares what was restored with what was written down when the backup was made. */
async function requireAsWritten(
  folder: string,
  manifest: BackupManifest,
  restored: readonly CopiedCollection[],
  target: Store,
): Promise<void> {
  const hashes = new Map<string, string>(restored.map(({ collection, sha256 }) => [collection, sha256]));
  const changed = manifest.collections.find(
    ({ collection, sha256 }) => !ending.has(collection) && hashes.get(collection) !== sha256,
  );
  if (changed === undefined) return;
  await target.clear();
  throw damaged(folder, `its records of ${changed.collection} are not those it was made with`);
}

/** Opens the records of a backup without changing it; one of an older release is brought up to date in a copy. */
async function openBackup(file: string): Promise<AsyncDisposable & { readonly store: Store }> {
  await using parts = new AsyncDisposableStack();
  const store = await openOrNull(file);
  if (store !== null) return { store, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() };
  const folder = await writing(tmpdir(), () => mkdtemp(join(tmpdir(), 'vigil-restore-')));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  const copy = join(folder, backupFiles.store);
  await writing(copy, () => copyFile(file, copy));
  const upToDate = parts.use(await openSqliteStore({ file: copy }));
  const moved = parts.move();
  return { store: upToDate, [Symbol.asyncDispose]: () => moved.disposeAsync() };
}

/** Null where it is of an older release. */
async function openOrNull(file: string): Promise<Store | null> {
  try {
    return await openSqliteStore({ file, readOnly: true });
  } catch (error) {
    if (error instanceof VigilError && error.code === 'conflict') return null;
    throw error;
  }
}

function damaged(folder: string, why: string): VigilError {
  return new VigilError('file-unreadable', `the backup ${JSON.stringify(folder)} is damaged: ${why}`, { path: folder });
}
