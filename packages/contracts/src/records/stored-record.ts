import { z } from 'zod';

/** Identifier that we make: a ULID or another short text of letters, digits, `-`, `_` and `.`; records made later sort later. */
export const recordIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/, 'must be 1 to 128 letters, digits, ".", "_" or "-"');

/** Wall-clock time, ISO 8601 in UTC with milliseconds, so that texts sort as times do. */
export const timestampSchema = z.iso.datetime({ precision: 3 });

/** What every stored record has. */
export const storedRecordSchema = z.object({
  id: recordIdSchema,
  /** Counts changes from 1 on; a change names the version that it was made on. */
  version: z.number().int().positive(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
});

/** What every stored record has. */
export type StoredRecord = z.infer<typeof storedRecordSchema>;
