import { z } from 'zod';
import { correctionSchema } from '../records/correction.ts';
import { profileRecordSchema } from '../records/profile-record.ts';
import { recordIdSchema } from '../records/stored-record.ts';
import { pageQuerySchema, pageSchema } from './page.ts';
import { listOrderSchema } from './query-values.ts';
import { madeOnSchema } from './record-params.ts';
import { named } from './schema-names.ts';

/** Query of the list of profiles. */
export const profileListQuerySchema = pageQuerySchema.extend({ order: listOrderSchema }).strict();

/** A page of profiles. */
export const profilePageSchema = named('ProfilePage', pageSchema(named('Profile', profileRecordSchema)));

const profileNameSchema = z.string().trim().min(1).max(64);
const longestSeconds = 1e9;

/** Footage that is normal: a whole video, or a range of it in media seconds; an end that is null or left out is that of the video. */
export const normalFootageSchema = named(
  'NormalFootage',
  z.strictObject({
    videoId: recordIdSchema,
    startSeconds: z.number().nonnegative().max(longestSeconds).nullable().default(null),
    endSeconds: z.number().positive().max(longestSeconds).nullable().default(null),
  }),
);

const footageListSchema = z.array(normalFootageSchema).min(1).max(100);

/** A new profile and what it is learned from. */
export const profileCreationSchema = named(
  'ProfileCreation',
  z.strictObject({ name: profileNameSchema, footage: footageListSchema }),
);

/** A new profile and what it is learned from. */
export type ProfileCreation = z.infer<typeof profileCreationSchema>;

/** Further learning: `extend` adds to what the profile knows, `relearn` forgets that first. */
export const profileLearningSchema = named(
  'ProfileLearning',
  z.strictObject({ mode: z.enum(['extend', 'relearn']), footage: footageListSchema }),
);

/** Further learning. */
export type ProfileLearning = z.infer<typeof profileLearningSchema>;

/** What may be changed of a profile without learning. */
export const profileChangeSchema = named('ProfileChange', z.strictObject({ version: madeOnSchema, name: profileNameSchema }));

/** What may be changed of a profile without learning. */
export type ProfileChange = z.infer<typeof profileChangeSchema>;

/** The kept revision that a profile goes back to. */
export const profileUndoSchema = named(
  'ProfileUndo',
  z.strictObject({ version: madeOnSchema, revision: z.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
);

/** The kept revision that a profile goes back to. */
export type ProfileUndo = z.infer<typeof profileUndoSchema>;

/** Query of a profile's file. */
export const profileFileQuerySchema = z.strictObject({
  /** A kept revision; the newest where left out. */
  revision: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
});

/** Incidents that are called normal. */
export const correctionRequestSchema = named(
  'CorrectionRequest',
  z.strictObject({ incidentIds: z.array(recordIdSchema).min(1).max(100) }),
);

/** Query of the list of corrections. */
export const correctionListQuerySchema = pageQuerySchema
  .extend({ order: listOrderSchema, profileId: recordIdSchema.optional() })
  .strict();

/** A page of corrections. */
export const correctionPageSchema = named('CorrectionPage', pageSchema(named('Correction', correctionSchema)));
