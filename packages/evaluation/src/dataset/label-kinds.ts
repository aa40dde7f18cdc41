import type { IncidentKind } from '@vigil/contracts';

/** Clips with this label show nothing unusual. */
export const normalLabel = 'normal';

/** Which kinds of incident say that a clip shows what its label names. Other labels have no kind of their own: any incident counts. */
const kindsByLabel: Readonly<Record<string, readonly IncidentKind[]>> = {
  // a body that is found on the ground without the fall itself being seen is not a fall
  fall: ['pose.fall'],
  fight: ['pose.fight'],
  camera: [
    'camera.covered',
    'camera.moved',
    'camera.defocused',
    'camera.frozen',
    'camera.dark',
    'camera.flicker',
    'camera.glare',
    'camera.silent',
  ],
};

/** The kinds that stand for a label; null where incidents do not tell it from others. */
export function kindsOfLabel(label: string): readonly IncidentKind[] | null {
  return Object.hasOwn(kindsByLabel, label) ? kindsByLabel[label] : null;
}
