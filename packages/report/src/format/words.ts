import type { Incident, IncidentKind, Modality, ModalityState } from '@vigil/contracts';

const kindNames: Record<IncidentKind, string> = {
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

const modalityNames: Record<Modality, string> = {
  motion: 'Motion',
  appearance: 'Appearance',
  objects: 'Objects',
  pose: 'Pose',
  sound: 'Sound',
  camera: 'Camera',
};

const severityNames: Record<Incident['severity'], string> = { critical: 'Alarm', warning: 'Warning', info: 'Information' };

const stateNames: Record<ModalityState, string> = { used: 'used', absent: 'not in this source', unavailable: 'unavailable' };

/** Name of a kind of incident as people read it. */
export function kindName(kind: IncidentKind): string {
  return kindNames[kind];
}

/** Name of a modality as people read it. */
export function modalityName(modality: Modality): string {
  return modalityNames[modality];
}

/** Name of a severity as people read it, for one incident or for as many as are told. */
export function severityName(severity: Incident['severity'], count = 1): string {
  return severity === 'info' || count === 1 ? severityNames[severity] : `${severityNames[severity]}s`;
}

/** Name of a modality's state as people read it. */
export function stateName(state: ModalityState): string {
  return stateNames[state];
}

/** `1 incident`, `3 incidents`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** A field name in words: `speedHeightsPerSecond` becomes `speed heights per second`. */
export function fieldInWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[._-]+/g, ' ')
    .toLowerCase();
}
