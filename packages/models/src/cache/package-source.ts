import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { PackageSource } from './model-recipe.ts';

/** A source file that was found. */
export interface FoundSource {
  readonly path: string;
  readonly packageVersion: string;
}

/** Finds a source file among the installed npm packages; undefined where the package or the file is not there. */
export async function findPackageSource(
  source: PackageSource,
  findFrom: string | URL = import.meta.url,
): Promise<FoundSource | undefined> {
  try {
    // Packages need not export their manifest, so that it cannot be resolved as a module.
    const manifestPath = findPackageJSON(source.packageName, findFrom);
    if (manifestPath === undefined) return undefined;
    const manifest: unknown = JSON.parse(await readFile(manifestPath, 'utf8'));
    const packageVersion = (manifest as { version?: unknown }).version;
    return typeof packageVersion === 'string' ? { path: join(dirname(manifestPath), source.file), packageVersion } : undefined;
  } catch {
    return undefined;
  }
}
