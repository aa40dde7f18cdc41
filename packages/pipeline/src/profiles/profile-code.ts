import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { incidentKindSchema, VigilError } from '@vigil/contracts';
import { type NormalityProfile, profileFormatVersion } from '@vigil/detection';
import { z } from 'zod';

/** First bytes of a profile file, before compression. */
const format = 'vigil-profile';

/** No profile is larger when unpacked: 4,096 exemplars and their sketches take about a megabyte. */
const largestBytes = 64 << 20;

const arrayTypes = { Int8Array, Int32Array, Float64Array } as const;
type ArrayName = keyof typeof arrayTypes;

const numbersSchema = (name: ArrayName) =>
  z.object({ type: z.literal(name), base64: z.string() }).transform(({ base64 }, context) => {
    const bytes = Buffer.from(base64, 'base64');
    const Type = arrayTypes[name];
    if (bytes.length % Type.BYTES_PER_ELEMENT !== 0) {
      context.addIssue({ code: 'custom', message: 'wrong number of bytes' });
      return z.NEVER;
    }
    return new Type(Uint8Array.from(bytes).buffer);
  });

const int8 = numbersSchema('Int8Array').transform((value) => value as Int8Array);
const int32 = numbersSchema('Int32Array').transform((value) => value as Int32Array);
const float64 = numbersSchema('Float64Array').transform((value) => value as Float64Array);

const count = z.number().int().nonnegative();
const sketchSchema = z.object({ count, bulk: float64, top: float64 });
const momentSchema = z.object({
  source: z.string(),
  sourceId: z.string().optional(),
  seconds: z.number(),
  distance: z.number().nonnegative(),
});

const fusionSchema = z.object({
  sketch: sketchSchema.nullable(),
  peaks: float64,
  peakCount: count,
  seconds: z.number().nonnegative(),
});

const profileSchema = z.object({
  formatVersion: z.literal(profileFormatVersion),
  name: z.string().min(1),
  revision: z.number().int().positive(),
  grid: z.object({ columns: z.number().int().positive(), rows: z.number().int().positive(), aspect: z.number().positive() }),
  detectorVersion: z.string().nullable(),
  poseVersion: z.string().nullable(),
  sources: z.array(z.object({ name: z.string(), id: z.string().optional(), seconds: z.number().nonnegative() })),
  calibrationSeconds: z.number().nonnegative(),
  segments: count,
  exemplars: z.object({ vectors: int8, segments: int32, sources: int32, seconds: float64, cells: int32, priorities: float64 }),
  medianDistance: z.number(),
  places: z.object({ columns: count, rows: count, samples: count, occupied: float64, directions: float64 }),
  tracks: count,
  labels: z.record(z.string(), count),
  stationaryEvents: count,
  ruleEvents: z.partialRecord(incidentKindSchema, z.object({ count, strengths: z.array(z.number()).max(256) })),
  sketches: z.object({
    speed: sketchSchema,
    distance: sketchSchema,
    speedScore: sketchSchema,
    movementScore: sketchSchema,
    appearanceScore: sketchSchema,
    whereScore: sketchSchema,
    pace: sketchSchema,
    size: sketchSchema,
    crowd: sketchSchema,
    labelScore: sketchSchema,
    limbs: sketchSchema,
    posture: sketchSchema,
    loudness: sketchSchema,
    oddness: sketchSchema,
    dwell: sketchSchema,
    fused: sketchSchema,
  }),
  speedBands: z.array(sketchSchema).length(10),
  fusions: z.object({
    picture: fusionSchema,
    'picture+pose': fusionSchema.optional(),
    'picture+sound': fusionSchema.optional(),
    'picture+pose+sound': fusionSchema.optional(),
  }),
  sound: z
    .object({ seconds: z.number().nonnegative(), level: sketchSchema, shapes: int8, segments: int32, priorities: float64 })
    .nullable(),
  fastest: z.array(momentSchema),
});

const fileSchema = z.object({ format: z.literal(format), sha256: z.string(), profile: z.unknown() });

/** A profile as the bytes of its file: gzip of JSON, arrays in base64, with a checksum over the whole. */
export function encodeProfile(profile: NormalityProfile): Uint8Array {
  const text = textOf(profile);
  const file = JSON.stringify({ format, sha256: digest(text), profile: JSON.parse(text) as unknown });
  return gzipSync(file, { level: 6 });
}

/** Short version of a profile: the first 12 digits of the SHA-256 of its content. */
export function profileVersion(profile: NormalityProfile): string {
  return digest(textOf(profile)).slice(0, 12);
}

function textOf(profile: NormalityProfile): string {
  return JSON.stringify(profile, (_, value: unknown) => {
    if (value instanceof Int8Array || value instanceof Int32Array || value instanceof Float64Array) {
      return {
        type: value.constructor.name,
        base64: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64'),
      };
    }
    return value;
  });
}

/**
 * Reads the bytes of a profile file.
 *
 * @param path - where they come from, for messages
 * @throws VigilError `profile-unreadable` for damaged bytes, `profile-mismatch` for another format version
 */
export function decodeProfile(bytes: Uint8Array, path: string): NormalityProfile {
  const unreadable = (why: string, cause?: unknown): VigilError =>
    new VigilError('profile-unreadable', `The profile ${path} cannot be read (${why}); learn it again`, { path }, cause);
  let file: z.infer<typeof fileSchema>;
  try {
    file = fileSchema.parse(JSON.parse(gunzipSync(bytes, { maxOutputLength: largestBytes }).toString('utf8')));
  } catch (cause) {
    throw unreadable('it is damaged or not a profile', cause);
  }
  const version: unknown =
    typeof file.profile === 'object' && file.profile && 'formatVersion' in file.profile ? file.profile.formatVersion : null;
  if (version !== profileFormatVersion) {
    throw new VigilError(
      'profile-mismatch',
      `The profile ${path} has format version ${String(version)}, this program reads version ${profileFormatVersion}; learn it again`,
      { path, version, supported: profileFormatVersion },
    );
  }
  if (digest(JSON.stringify(file.profile)) !== file.sha256) throw unreadable('its checksum does not match');
  const parsed = profileSchema.safeParse(file.profile);
  if (!parsed.success) throw unreadable(`${parsed.error.issues[0].path.join('.')}: ${parsed.error.issues[0].message}`);
  return parsed.data;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
