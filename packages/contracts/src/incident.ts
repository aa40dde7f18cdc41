import { z } from 'zod';
import { boundingBoxSchema } from './geometry.ts';
import { incidentKindSchema, modalitySchema, modalityStateSchema } from './kinds.ts';

/** A normal moment that resembles the incident most, from the footage the profile was learned from. */
export const normalMomentSchema = z.object({
  /** Name of the file or camera the moment comes from. */
  source: z.string(),
  /** Id of the recording, where the footage is kept under one: names need not be unique. */
  sourceId: z.string().optional(),
  /** Media time in that source, seconds. */
  seconds: z.number(),
  /** Distance in the feature space of the modality; smaller is more alike. */
  distance: z.number().nonnegative(),
});

/** A normal moment that resembles the incident most. */
export type NormalMoment = z.infer<typeof normalMomentSchema>;

/** What one modality says about an incident. */
export const evidenceSchema = z.object({
  modality: modalitySchema,
  state: modalityStateSchema,
  /** Calibrated p-value at the incident's peak in this modality, 0 to 1; null unless `used`. */
  pValue: z.number().min(0).max(1).nullable(),
  /** Share of this modality in the fused score of the incident, 0 to 1; the shares of all modalities add up to 1. */
  share: z.number().min(0).max(1),
  /** One sentence in plain words. */
  summary: z.string(),
  /** Media time at which this modality is strongest, seconds; null unless `used`. */
  peakSeconds: z.number().nullable(),
  /** The normal moments that come nearest. */
  nearestNormal: z.array(normalMomentSchema),
  /** Measured values by name, units in the names. */
  details: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
});

/** What one modality says about an incident. */
export type Evidence = z.infer<typeof evidenceSchema>;

/** The course of one tracked thing during an incident. */
export const incidentTrackSchema = z.object({
  trackId: z.number().int(),
  /** Name the object detector gives it most often; null where it named nothing. */
  label: z.string().nullable(),
  /** Boxes in order of time, fractions of the picture. */
  path: z.array(z.object({ seconds: z.number(), box: boundingBoxSchema })),
});

/** The course of one tracked thing during an incident. */
export type IncidentTrack = z.infer<typeof incidentTrackSchema>;

/** One arrow of the motion at the key frame. */
export const flowArrowSchema = z.object({
  /** Centre of the cell, fractions of the picture. */
  x: z.number(),
  y: z.number(),
  /** Motion in picture widths (dx) and heights (dy) a second. */
  dx: z.number(),
  dy: z.number(),
});

/** How one body is held at one moment. */
export const skeletonSchema = z.object({
  /** Media time, seconds. */
  seconds: z.number(),
  /** 33 landmarks as BlazePose numbers them: x and y as fractions of the picture, visibility 0 to 1. */
  landmarks: z.array(z.tuple([z.number(), z.number(), z.number()])).length(33),
});

/** How one body is held at one moment. */
export type Skeleton = z.infer<typeof skeletonSchema>;

/** One event, not one frame. All times are media time in seconds. */
export const incidentSchema = z.object({
  /** Stable: the same source, settings and profile give the same id. */
  id: z.string(),
  sourceId: z.string(),
  sourceKind: z.enum(['video', 'camera']),
  startSeconds: z.number(),
  endSeconds: z.number(),
  peakSeconds: z.number(),
  /** Media time at which a live camera would have raised it, seconds; null where only the whole course decides. */
  decidedSeconds: z.number().nullable(),
  /** Wall clock of the start, ISO 8601; null for files. */
  startedAt: z.string().nullable(),
  /** Fused, calibrated score at the peak, 0 to 1. */
  score: z.number().min(0).max(1),
  /** Calibrated p-value of the fused score at the peak. */
  pValue: z.number().min(0).max(1),
  severity: z.enum(['info', 'warning', 'critical']),
  kinds: z.array(incidentKindSchema).min(1),
  /** One line in plain words. */
  title: z.string(),
  /** What the score is measured against: a learned profile, or the video itself. */
  baseline: z.enum(['profile', 'self']),
  evidence: z.array(evidenceSchema),
  boundingBoxes: z.array(boundingBoxSchema),
  tracks: z.array(incidentTrackSchema),
  flowArrows: z.array(flowArrowSchema),
  /** Bodies at the peak; empty where none was measured. */
  skeletons: z.array(skeletonSchema),
  /**
   * How the strangest thing in it looks: 96 int8 in base64, a unit vector times 254, of the object detector's features; for finding
   * others that look alike. Null where nothing was looked at, missing in records from before it was kept.
   */
  appearance: z.string().nullable().optional(),
  /** File names below the output folder; null where none was written. */
  keyFrame: z.string().nullable(),
  clip: z.string().nullable(),
  /** Start of the clip in media time, seconds; null without a clip. */
  clipStartSeconds: z.number().nullable(),
  profileVersion: z.string().nullable(),
  modelVersions: z.record(z.string(), z.string()),
  status: z.enum(['new', 'confirmed', 'dismissed']),
  reviewedBy: z.string().nullable(),
  note: z.string(),
  tags: z.array(z.string()),
});

/** One event, not one frame. */
export type Incident = z.infer<typeof incidentSchema>;
