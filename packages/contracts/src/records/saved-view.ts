import { z } from 'zod';
import { recordIdSchema, storedRecordSchema } from './stored-record.ts';

/** Views that one person may keep. */
export const mostSavedViews = 50;

/** A selection of incidents that somebody wants to come back to. */
export const savedViewSchema = z.object({
  id: recordIdSchema,
  name: z.string().trim().min(1).max(60),
  /** Query string of the page that shows it, without the question mark; empty for the page as it is at first. */
  query: z
    .string()
    .max(2000)
    .regex(/^[\w\-.~%!$'()*+,;:@/?=&]*$/, 'must be a query string'),
});

/** A selection of incidents that somebody wants to come back to. */
export type SavedView = z.infer<typeof savedViewSchema>;

/** The views of one person, in the order they were made; the record has the id of the user. */
export const savedViewsSchema = storedRecordSchema.extend({ views: z.array(savedViewSchema).max(mostSavedViews) });

/** The views of one person. */
export type SavedViews = z.infer<typeof savedViewsSchema>;
