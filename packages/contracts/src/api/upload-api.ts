import { z } from 'zod';
import { errorBodySchema } from '../errors.ts';
import { analysisSchema } from '../records/analysis.ts';
import { recordIdSchema } from '../records/stored-record.ts';
import { videoSchema } from '../records/video.ts';
import { named } from './schema-names.ts';

/** What is to become of an uploaded video, as texts of a form or of `Upload-Metadata`. */
export const uploadWishesSchema = z.object({
  /** Camera or place the video belongs to. */
  sourceId: recordIdSchema.optional(),
  /** Whether it is analysed; as the settings say where left out. */
  analyse: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  /** Profile it is compared with; with itself where left out. */
  profileId: recordIdSchema.optional(),
  /** Alarm budget, incidents a day; as the settings say where left out. */
  budget: z.coerce.number().positive().max(100_000).optional(),
});

/** What is to become of an uploaded video. */
export type UploadWishes = z.infer<typeof uploadWishesSchema>;

/** How far a resumable upload is. The id is that of the video it becomes. */
export const uploadStateSchema = named(
  'Upload',
  z.object({
    id: recordIdSchema,
    name: z.string(),
    /** Bytes that are safe on the server. */
    offsetBytes: z.number().int().nonnegative(),
    /** Bytes in all; null where the client has not said yet. */
    sizeBytes: z.number().int().nonnegative().nullable(),
    /** The video, once it is stored; null before. */
    video: videoSchema.nullable(),
  }),
);

/** How far a resumable upload is. */
export type UploadState = z.infer<typeof uploadStateSchema>;

/** What became of the files of one form, in their order. */
export const uploadResultsSchema = named(
  'UploadResults',
  z.object({
    results: z.array(
      z.object({
        /** Name of the file as it is stored. */
        name: z.string(),
        /** Null where the file was refused. */
        video: videoSchema.nullable(),
        /** Null where none was asked for. */
        analysis: analysisSchema.nullable(),
        /** Why the file was refused, or not analysed; null where neither is so. */
        error: errorBodySchema.nullable(),
      }),
    ),
  }),
);

/** What became of the files of one form. */
export type UploadResults = z.infer<typeof uploadResultsSchema>;
