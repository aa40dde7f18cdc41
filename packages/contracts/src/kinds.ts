import { z } from 'zod';

/** What an incident can be, as `family.what`. Kinds of later senses join this list with the code that finds them. */
export const incidentKinds = [
  'motion.speed',
  'motion.direction',
  'motion.place',
  'object.unusual',
  'object.left',
  'object.removed',
  'object.loitering',
  'crowd.surge',
  'pose.fall',
  'pose.lying',
  'pose.raised-arms',
  'pose.fight',
  'pose.running',
  'pose.unusual',
  'audio.loud',
  'audio.impulse',
  'audio.sustained',
  'audio.voice',
  'audio.speech',
  'audio.silence',
  'audio.unusual',
  'camera.moved',
  'camera.covered',
  'camera.defocused',
  'camera.frozen',
  'camera.dark',
  'camera.flicker',
  'camera.glare',
  'camera.silent',
] as const;

/** A kind of incident. */
export const incidentKindSchema = z.enum(incidentKinds);

/** A kind of incident. */
export type IncidentKind = z.infer<typeof incidentKindSchema>;

/** The senses that can speak for or against an incident. */
export const modalities = ['motion', 'appearance', 'objects', 'pose', 'sound', 'camera'] as const;

/**
 * One sense: `motion` (optical flow), `appearance` (how moving things look), `objects` (tracks: what, how long, how many), `pose`
 * (bodies), `sound`, `camera` (whether the picture itself can be trusted).
 */
export const modalitySchema = z.enum(modalities);

/**
 * One sense: `motion` (optical flow), `appearance` (how moving things look), `objects` (tracks: what, how long, how many), `pose`
 * (bodies), `sound`, `camera` (whether the picture itself can be trusted).
 */
export type Modality = z.infer<typeof modalitySchema>;

/** `used` took part; `absent` the source has nothing of it (no audio track); `unavailable` it could not run (model missing). */
export const modalityStateSchema = z.enum(['used', 'absent', 'unavailable']);

/** `used` took part; `absent` the source has nothing of it (no audio track); `unavailable` it could not run (model missing). */
export type ModalityState = z.infer<typeof modalityStateSchema>;
