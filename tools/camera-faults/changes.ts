import type { IncidentKind } from '@vigil/contracts';
import {
  blurred,
  cloud,
  covered,
  exposureChange,
  flicker,
  frozen,
  glare,
  lamp,
  noisy,
  personCloseBy,
  type PictureChange,
  rain,
  rolled,
  shifted,
  toned,
  vibration,
} from './apply-fault.ts';

/** A change of the picture with what a watcher of the camera should say about it. */
export interface NamedChange {
  readonly name: string;
  /** Kind that must be found; null where nothing may be reported. */
  readonly kind: IncidentKind | null;
  readonly change: PictureChange;
  /** How long it lasts, seconds; to the end of the clip where absent. */
  readonly seconds?: number;
}

/** Every change that clips are made with. */
export const namedChanges: readonly NamedChange[] = [
  { name: 'turned 3 %', kind: 'camera.moved', change: shifted(0.03, 0, 0.4) },
  { name: 'turned 8 % and 5 % down', kind: 'camera.moved', change: shifted(-0.08, 0.05, 0.4) },
  { name: 'turned 30 %', kind: 'camera.moved', change: shifted(0.3, 0.1, 0.8) },
  { name: 'rolled by 8°', kind: 'camera.moved', change: rolled(8, 0.5) },
  { name: 'covered, dark, 0.3 s', kind: 'camera.covered', change: covered(1, 45, 0.3) },
  { name: 'covered, light, 1 s', kind: 'camera.covered', change: covered(1, 140, 1) },
  { name: 'covered to 80 %', kind: 'camera.covered', change: covered(0.8, 70, 0.6) },
  { name: 'covered for 5 s', kind: 'camera.covered', change: covered(1, 90, 0.5), seconds: 5 },
  { name: 'defocused, sigma 3', kind: 'camera.defocused', change: blurred(3, 0.5) },
  { name: 'defocused, sigma 5', kind: 'camera.defocused', change: blurred(5, 0.5) },
  { name: 'defocused, sigma 8', kind: 'camera.defocused', change: blurred(8, 0.5) },
  { name: 'frozen', kind: 'camera.frozen', change: frozen },
  { name: 'frozen for 5 s', kind: 'camera.frozen', change: frozen, seconds: 5 },
  { name: 'black', kind: 'camera.dark', change: toned(0, 0, 0.1) },
  { name: 'dimmed to 6 %', kind: 'camera.dark', change: toned(0.06, 0, 1) },
  { name: 'glare', kind: 'camera.glare', change: glare(0.55, 0.5) },
  { name: 'glare for 5 s', kind: 'camera.glare', change: glare(1, 0.2), seconds: 5 },
  { name: 'flicker 4 Hz ± 25 %', kind: 'camera.flicker', change: flicker(4, 0.25) },
  { name: 'flicker 1.7 Hz ± 12 %', kind: 'camera.flicker', change: flicker(1.7, 0.12) },
  { name: 'light off', kind: null, change: toned(0.4, 0, 0.1) },
  { name: 'light on', kind: null, change: toned(1.6, 12, 0.1) },
  { name: 'lamp at one side on', kind: null, change: lamp(1.9, 1) },
  { name: 'lamp at the other side off', kind: null, change: lamp(0.9, 0.35) },
  { name: 'noise', kind: null, change: noisy(9) },
  { name: 'rain', kind: null, change: rain },
  { name: 'cloud', kind: null, change: cloud },
  { name: 'exposure corrects itself', kind: null, change: exposureChange },
  { name: 'vibration ≤ 1 px', kind: null, change: vibration },
  { name: 'person walks close by', kind: null, change: personCloseBy(false) },
  { name: 'person stands close by', kind: null, change: personCloseBy(true) },
  { name: 'dusk', kind: null, change: toned(0.45, 2, 6) },
  { name: 'untouched', kind: null, change: (picture) => picture },
];
