import { z } from 'zod';
import { recordIdSchema } from '../records/stored-record.ts';
import { videoSchema } from '../records/video.ts';
import { pageQuerySchema, pageSchema } from './page.ts';
import { booleanQuerySchema, listOrderSchema, momentQuerySchema, searchTextSchema } from './query-values.ts';
import { madeOnSchema } from './record-params.ts';
import { named } from './schema-names.ts';

/** Query of the list of videos; all that is given must hold. */
export const videoListQuerySchema = pageQuerySchema
  .extend({
    order: listOrderSchema,
    from: momentQuerySchema.optional(),
    before: momentQuerySchema.optional(),
    sourceId: recordIdSchema.optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    uploadedBy: recordIdSchema.optional(),
    originalRemoved: booleanQuerySchema.optional(),
    /** Words of the name. */
    text: searchTextSchema.optional(),
  })
  .strict();

/** Query of the list of videos. */
export type VideoListQuery = z.infer<typeof videoListQuerySchema>;

/** A page of videos. */
export const videoPageSchema = named('VideoPage', pageSchema(named('Video', videoSchema)));

/** What may be changed of a video. */
export const videoChangeSchema = named(
  'VideoChange',
  z.strictObject({
    version: madeOnSchema,
    name: z.string().trim().min(1).max(255).optional(),
    sourceId: recordIdSchema.nullable().optional(),
    held: z.boolean().optional(),
  }),
);

/** What may be changed of a video. */
export type VideoChange = z.infer<typeof videoChangeSchema>;

/** Query of removing a video. */
export const videoRemovalQuerySchema = z.strictObject({
  /** Cancels what runs on the video; without it that is a conflict. */
  force: booleanQuerySchema.optional(),
});
