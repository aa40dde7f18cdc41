import type { Incident } from './incident.ts';
import type { IncidentKind, Modality, ModalityState } from './kinds.ts';

/** Names of the kinds of incidents as people read them. */
export const kindNames: Readonly<Record<IncidentKind, string>> = {
  'motion.speed': 'Unusual speed',
  'motion.direction': 'Unusual direction',
  'motion.place': 'Unusual place',
  'object.unusual': 'Unusual object',
  'object.left': 'Object left behind',
  'object.removed': 'Object removed',
  'object.loitering': 'Loitering',
  'crowd.surge': 'Crowd surge',
  'pose.fall': 'Fall',
  'pose.lying': 'Person lying still',
  'pose.raised-arms': 'Raised arms',
  'pose.fight': 'Fight-like motion',
  'pose.running': 'Running',
  'pose.unusual': 'Unusual body movement',
  'audio.loud': 'Unusually loud',
  'audio.impulse': 'Bang or crash',
  'audio.sustained': 'Alarm, siren or engine',
  'audio.voice': 'Raised voice',
  'audio.speech': 'Speech',
  'audio.silence': 'Sudden silence',
  'audio.unusual': 'Unusual sound',
  'camera.moved': 'Camera moved',
  'camera.covered': 'Camera covered',
  'camera.defocused': 'Camera out of focus',
  'camera.frozen': 'Picture frozen',
  'camera.dark': 'Picture black',
  'camera.flicker': 'Picture flickers',
  'camera.glare': 'Washed out by light',
  'camera.silent': 'Microphone silent',
};

/** Names of the modalities as people read them. */
export const modalityNames: Readonly<Record<Modality, string>> = {
  motion: 'Motion',
  appearance: 'Appearance',
  objects: 'Objects',
  pose: 'Pose',
  sound: 'Sound',
  camera: 'Camera',
};

/** Names of the severities as people read them, for one incident. */
export const severityNames: Readonly<Record<Incident['severity'], string>> = {
  critical: 'Alarm',
  warning: 'Warning',
  info: 'Information',
};

/** States of a modality as people read them. */
export const stateNames: Readonly<Record<ModalityState, string>> = {
  used: 'used',
  absent: 'not in this source',
  unavailable: 'unavailable',
};
