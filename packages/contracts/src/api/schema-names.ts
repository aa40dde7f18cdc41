import { z } from 'zod';
import { errorBodySchema } from '../errors.ts';

/** Schemas that have a name of their own in OpenAPI, from which clients make the names of types. */
export const namedSchemas = z.registry<{ readonly id: string }>();

/** Gives a schema its name in OpenAPI. */
export function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  namedSchemas.add(schema, { id });
  return schema;
}

named('Error', errorBodySchema);
