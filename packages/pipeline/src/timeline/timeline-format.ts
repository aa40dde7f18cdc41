import { modalitySchema } from '@vigil/contracts';
import { z } from 'zod';

/**
 * The file of a timeline, all numbers little-endian:
 *
 * | bytes        | what                                                                                       |
 * | ------------ | ------------------------------------------------------------------------------------------ |
 * | 4            | `VGTL`                                                                                     |
 * | 4            | length of the head, unsigned                                                               |
 * | of the head  | {@link TimelineHead} as JSON in UTF-8                                                      |
 * | 16 each      | gaps of the footage in their order: start and end, 64-bit floating point, media seconds    |
 * | of the levels | level after level: its index, then its chunks                                             |
 *
 * The first level has every analysed frame as it is in the result. Each further one folds the one before into stretches of time that are
 * several times as long, so that the last one fits into one chunk; a stretch keeps the largest value of every lane, and none lies where
 * there was no frame. The index has 16 bytes a chunk, both numbers in 64-bit floating point: the time of its first entry, and where it
 * lies behind the head; and one more for the end, whose time is infinite. A chunk has up to {@link chunkEntries} entries, compressed by
 * zlib, whose checksum tells damage: their number (4 bytes, unsigned), the column of the times, a column for each lane, as
 * `encodeColumn` writes them.
 *
 * The same timeline gives the same bytes. A part of it at any fineness is read without the rest.
 */
export const timelineHeadSchema = z.object({
  format: z.literal('vigil-timeline'),
  formatVersion: z.literal(1),
  /** Length of the recording, or up to the last frame where that is later. */
  durationSeconds: z.number().nonnegative(),
  /** Fused surprise at which an incident opens. */
  thresholdSurprise: z.number(),
  /** Median distance of analysed frames, to a millisecond; 0 where there are fewer than two. */
  usualSeconds: z.number().nonnegative(),
  /** The lanes behind the first, which is that of all senses together. */
  modalities: z.array(modalitySchema),
  gapCount: z.int().nonnegative(),
  levels: z
    .array(
      z.object({
        /** Length of a stretch, milliseconds; 0 for the first level, whose entries are frames. */
        widthMs: z.number().nonnegative(),
        entryCount: z.int().nonnegative(),
        chunkCount: z.int().nonnegative(),
        /** Where the index begins behind the head. */
        indexAt: z.int().nonnegative(),
      }),
    )
    .min(1),
  /** Bytes behind the head. */
  bodyBytes: z.int().nonnegative(),
});

/** What the file of a timeline says first. */
export type TimelineHead = z.infer<typeof timelineHeadSchema>;

/** First bytes of the file. */
export const timelineMark = Buffer.from('VGTL');
/** Bytes before the head. */
export const prefixBytes = 8;
/** Longest head: there are some ten levels. */
export const mostHeadBytes = 16_384;
/** Bytes of a gap and of an entry of an index. */
export const pairBytes = 16;
/** Entries of a chunk at most. */
export const chunkEntries = 1024;
/** A level's stretches are so many times those of the one before, or that many times that many times, … */
export const levelFactor = 4;
