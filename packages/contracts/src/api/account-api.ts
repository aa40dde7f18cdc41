import { z } from 'zod';
import { apiKeySchema, apiKeyScopeSchema, roleSchema, sessionSchema, userSchema } from '../records/account.ts';
import { auditEntrySchema } from '../records/audit-entry.ts';
import { recordIdSchema } from '../records/stored-record.ts';
import { pageQuerySchema, pageSchema } from './page.ts';
import { momentQuerySchema } from './query-values.ts';
import { named } from './schema-names.ts';

/** Fewest characters of a password. */
export const shortestPassword = 10;
/** Most characters of a password. */
export const longestPassword = 128;

/** A password that somebody chooses. */
const newPasswordSchema = z.string().min(shortestPassword).max(longestPassword);
/** A password that somebody signs in with. */
const givenPasswordSchema = z.string().min(1).max(longestPassword);
/** The password where it was generated, shown this once; null where it was given. */
const generatedPasswordSchema = z.string().nullable();
const displayNameSchema = userSchema.shape.name.trim().min(1);

named('User', userSchema);
named('Session', sessionSchema);
named('AuditEntry', auditEntrySchema);

/** What somebody signs in with. */
export const signInSchema = z.object({ email: userSchema.shape.email, password: givenPasswordSchema }).strict();

/** Who is signed in, with the session. */
export const signedInSchema = named(
  'SignedIn',
  z.object({
    user: userSchema,
    session: sessionSchema,
    /** Whether the user has chosen the password; false for one that was generated, configured or given by others. */
    passwordIsOwn: z.boolean(),
  }),
);

/** The open sessions of a user, at most 200, the newest first. */
export const sessionListSchema = named('SessionList', z.object({ items: z.array(sessionSchema) }));

/** How many sessions were ended. */
export const endedSessionsSchema = z.object({ ended: z.number().int().nonnegative() });

/** The own password, and the one to come. */
export const passwordChangeSchema = z.object({ currentPassword: givenPasswordSchema, newPassword: newPasswordSchema }).strict();

/** A page of users, by e-mail address. */
export const userPageSchema = named('UserPage', pageSchema(userSchema));

/** A user to be made; without a password one is generated. */
export const newUserSchema = z
  .object({
    email: userSchema.shape.email,
    name: displayNameSchema,
    role: roleSchema,
    password: newPasswordSchema.optional(),
  })
  .strict();

/** A user that was made. */
export const createdUserSchema = named('CreatedUser', z.object({ user: userSchema, password: generatedPasswordSchema }));

/** What an administrator may change of a user. */
export const userChangeSchema = z
  .object({ name: displayNameSchema.optional(), role: roleSchema.optional(), disabled: z.boolean().optional() })
  .strict();

/** Another password for a user; without one it is generated. */
export const passwordResetSchema = z.object({ password: newPasswordSchema.optional() }).strict();

/** What a password was set to. */
export const passwordResetReplySchema = z.object({ password: generatedPasswordSchema });

/** An API key as replies show one: without its hash. */
export const shownApiKeySchema = named('ApiKey', apiKeySchema.omit({ hash: true }));

/** An API key as replies show one. */
export type ShownApiKey = z.infer<typeof shownApiKeySchema>;

/** Query of the list of API keys. */
export const apiKeyListQuerySchema = pageQuerySchema.extend({ ownerId: recordIdSchema.optional() }).strict();

/** A page of API keys. */
export const apiKeyPageSchema = named('ApiKeyPage', pageSchema(shownApiKeySchema));

/** An API key to be made. */
export const newApiKeySchema = z
  .object({
    name: apiKeySchema.shape.name,
    scopes: z.array(apiKeyScopeSchema).min(1).max(10),
    /** Moment from which on it is refused; null for never. */
    expiresAt: momentQuerySchema.nullable().default(null),
  })
  .strict();

/** An API key that was made, with the key itself, shown this once. */
export const createdApiKeySchema = named('CreatedApiKey', shownApiKeySchema.extend({ key: z.string() }));

/** Query of the audit log. */
export const auditListQuerySchema = pageQuerySchema
  .extend({
    actorId: z.string().min(1).max(128).optional(),
    /** Such as `incident.confirm`. */
    action: z
      .string()
      .regex(/^[a-z-]+\.[a-z-]+$/)
      .max(64)
      .optional(),
    /** Such as `incident:ID`. */
    target: z.string().min(1).max(200).optional(),
    from: momentQuerySchema.optional(),
    before: momentQuerySchema.optional(),
  })
  .strict();

/** A page of the audit log. */
export const auditPageSchema = named('AuditPage', pageSchema(auditEntrySchema));
