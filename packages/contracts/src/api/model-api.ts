import { z } from 'zod';
import { named } from './schema-names.ts';

/** A model that Vigil uses or could use, and whether this server has it. */
export const modelSchema = named(
  'Model',
  z.object({
    /** Name of its folder in the model cache. */
    id: z.string(),
    name: z.string(),
    /** What it is for, in a sentence. */
    purpose: z.string(),
    /** `installed` in the cache and intact; `buildable` from installed weights with its first use; `unavailable`, and why. */
    state: z.enum(['installed', 'buildable', 'unavailable']),
    /** Whether analyses use it as the server is configured. */
    used: z.boolean(),
    version: z.string().nullable(),
    sizeBytes: z.number().int().nonnegative().nullable(),
    /** Licence of the weights; null where the server has none. */
    licence: z.string().nullable(),
    /** Why it is unavailable; null where it is not. */
    reason: z.string().nullable(),
    /** Command or steps; null where nothing is to be done, or can be. */
    howToInstall: z.string().nullable(),
  }),
);

/** A model that Vigil uses or could use. */
export type Model = z.infer<typeof modelSchema>;

/** Every model. */
export const modelListSchema = named('ModelList', z.object({ items: z.array(modelSchema) }));
