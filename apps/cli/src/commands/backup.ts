import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { copyStore, openSqliteStore } from '@vigil/store';
import { backupFiles, type BackupManifest } from '../backup/backup-manifest.ts';
import { printCopied, showMedia, showRecords } from '../backup/copy-display.ts';
import { copyMedia, mediaBytes } from '../backup/copy-media.ts';
import { openConfiguredStore } from '../backup/open-configured-store.ts';
import { showProgress, type CommandContext } from '../command-context.ts';
import type { ProgressMode } from '../output/progress-display.ts';
import { writing } from '../output/write-failure.ts';

/** What the user asked for. */
export interface BackupOptions {
  /** Folder of the backup. */
  readonly folder: string;
  readonly media?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly progress: ProgressMode;
}

/** Writes a backup of the store, and of the media files where asked; it appears under its name when it is complete and verified. */
export async function backup(context: CommandContext, options: BackupOptions): Promise<number> {
  const folder = resolve(options.folder);
  await refuseTaken(folder);
  const partial = await writing(folder, async () => {
    await mkdir(dirname(folder), { recursive: true });
    return mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  });
  try {
    const manifest = await writeBackup(context, partial, options);
    await writing(folder, async () => {
      await writeFile(join(partial, backupFiles.manifest), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
      await rm(folder, { recursive: true, force: true });
      await rename(partial, folder);
    });
    return 0;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function writeBackup(context: CommandContext, folder: string, options: BackupOptions): Promise<BackupManifest> {
  const { configuration, signal, version } = context;
  using display = showProgress(context, options.progress);
  await using source = await openConfiguredStore(configuration, true);
  await using target = await openSqliteStore({ file: join(folder, backupFiles.store), singleFile: true });
  const createdAt = new Date().toISOString();
  const collections = await copyStore(source, target, { signal, onProgress: (progress) => showRecords(display, progress) });
  let media = null;
  if (options.media === true) {
    const bytes = await mediaBytes(configuration.mediaFolder);
    const onProgress = (done: number) => showMedia(display, done, bytes);
    media = await copyMedia(configuration.mediaFolder, join(folder, backupFiles.media), { signal, onProgress });
  }
  display.clear();
  printCopied(context, { collections, media, json: options.json === true });
  return {
    format: 'vigil-backup',
    formatVersion: 1,
    createdAt,
    version,
    store: source.kind,
    collections: [...collections],
    media,
  };
}

/** @throws VigilError `not-writable` where something is there that is not an empty folder */
async function refuseTaken(folder: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    names = [''];
  }
  if (names.length === 0) return;
  throw new VigilError('not-writable', `${JSON.stringify(folder)} is there already: name a folder that is not`, { path: folder });
}
