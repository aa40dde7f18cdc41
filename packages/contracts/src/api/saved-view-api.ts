import { z } from 'zod';
import { savedViewSchema } from '../records/saved-view.ts';
import { named } from './schema-names.ts';

named('SavedView', savedViewSchema);

/** The views of whoever asks. */
export const savedViewListSchema = named('SavedViewList', z.object({ items: z.array(savedViewSchema) }));

/** A view to be kept, or what is to take its place. */
export const newSavedViewSchema = savedViewSchema.omit({ id: true }).strict();

/** A view to be kept. */
export type NewSavedView = z.infer<typeof newSavedViewSchema>;
