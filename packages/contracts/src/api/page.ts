import { z } from 'zod';

/** Most records of one page. */
export const largestPage = 200;

/** Query of every list. */
export const pageQuerySchema = z.object({
  /** Records of a page. */
  limit: z.coerce.number().int().min(1).max(largestPage).default(50),
  /** `nextCursor` of the page before; the first page where left out. */
  cursor: z.string().min(1).max(500).optional(),
});

/** Query of every list. */
export type PageQuery = z.infer<typeof pageQuerySchema>;

/** Schema of one page of a list. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    /** Names the next page; null on the last. */
    nextCursor: z.string().nullable(),
  });
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Names the next page; null on the last. */
  readonly nextCursor: string | null;
}
