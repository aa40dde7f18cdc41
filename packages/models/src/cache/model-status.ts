import { join } from 'node:path';
import { findOrphanedModel, missingSourceReason, modelVersion } from './install-model.ts';
import { readVerifiedManifest } from './model-manifest.ts';
import type { ModelRecipe } from './model-recipe.ts';
import { findPackageSource } from './package-source.ts';

/** What state a model is in: ready in the cache, built from installed weights with its first use, or not to be had and why. */
export type ModelStatus =
  | { readonly name: string; readonly state: 'installed'; readonly version: string; readonly sizeBytes: number }
  | { readonly name: string; readonly state: 'buildable'; readonly version: string }
  | { readonly name: string; readonly state: 'unavailable'; readonly reason: string };

/** The state of a model in a cache folder. Only looks: nothing is built or fetched. */
export async function modelStatus(recipe: ModelRecipe, cacheFolder: string): Promise<ModelStatus> {
  const { name } = recipe;
  const source = await findPackageSource(recipe.source);
  if (source === undefined) {
    const orphaned = await findOrphanedModel(recipe, cacheFolder);
    if (orphaned === undefined) return { name, state: 'unavailable', reason: missingSourceReason(recipe) };
    return { name, state: 'installed', version: orphaned.version, sizeBytes: orphaned.manifest.model.sizeBytes };
  }
  const version = modelVersion(recipe, source);
  const manifest = await readVerifiedManifest(join(cacheFolder, name, version));
  if (manifest === undefined) return { name, state: 'buildable', version };
  return { name, state: 'installed', version, sizeBytes: manifest.model.sizeBytes };
}
