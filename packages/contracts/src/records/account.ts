import { z } from 'zod';
import { recordIdSchema, storedRecordSchema, timestampSchema } from './stored-record.ts';

/** Roles from least to most: each may do what those before it may. */
export const roles = ['viewer', 'operator', 'admin'] as const;

/** What a user may do: `viewer` looks, `operator` reviews, uploads and learns, `admin` manages users and settings. */
export const roleSchema = z.enum(roles);

/** What a user may do. */
export type Role = z.infer<typeof roleSchema>;

/** An e-mail address whose parts have the lengths and hyphens of RFC 5321, section 4.5.3.1.1, and RFC 1035, section 2.3.1. */
export const emailSchema = z
  .email()
  .max(254)
  .regex(/^[^@]{1,64}@[^@]+$/)
  .regex(/^[^@]+@(?:[^@.]*[^@.-]\.)+[^@.]+$/);

/** A user as replies show one: no password, no hash. */
export const userSchema = z.object({
  id: recordIdSchema,
  email: emailSchema,
  name: z.string().max(100),
  role: roleSchema,
  /** A disabled user cannot sign in, and open sessions end. */
  disabled: z.boolean(),
  createdAt: timestampSchema,
  lastSignInAt: timestampSchema.nullable(),
});

/** A user as replies show one. */
export type User = z.infer<typeof userSchema>;

/** A session as replies show one: no token. */
export const sessionSchema = z.object({
  id: recordIdSchema,
  userId: recordIdSchema,
  createdAt: timestampSchema,
  expiresAt: timestampSchema,
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** Whether it is the session that asks. */
  current: z.boolean(),
});

/** A session as replies show one. */
export type Session = z.infer<typeof sessionSchema>;

/** What an API key may be used for: `read` everything a viewer sees, `upload`, `review` incidents, `manage` what an operator manages, `admin`. */
export const apiKeyScopes = ['read', 'upload', 'review', 'manage', 'admin'] as const;

/** What an API key may be used for. */
export const apiKeyScopeSchema = z.enum(apiKeyScopes);

/** What an API key may be used for. */
export type ApiKeyScope = z.infer<typeof apiKeyScopeSchema>;

/** An API key as it is stored: the key itself is shown once and never kept. */
export const apiKeySchema = storedRecordSchema.extend({
  name: z.string().min(1).max(100),
  /** First characters, to recognise it by. */
  prefix: z.string(),
  /** SHA-256 of the key, lower-case hexadecimal. Never in a reply. */
  hash: z.string(),
  scopes: z.array(apiKeyScopeSchema).min(1),
  ownerId: recordIdSchema,
  expiresAt: timestampSchema.nullable(),
  lastUsedAt: timestampSchema.nullable(),
  revokedAt: timestampSchema.nullable(),
});

/** An API key as it is stored. */
export type ApiKey = z.infer<typeof apiKeySchema>;
