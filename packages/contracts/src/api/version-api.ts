import { z } from 'zod';
import { named } from './schema-names.ts';

/** What runs here. */
export const versionSchema = named(
  'Version',
  z.object({
    name: z.literal('vigil'),
    /** Version of the release. */
    version: z.string(),
    /** Version of the API, as its addresses have it. */
    api: z.literal('v1'),
  }),
);
