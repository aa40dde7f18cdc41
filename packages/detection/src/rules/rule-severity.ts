import type { Incident, IncidentKind } from '@vigil/contracts';

/** Kinds in which somebody may be hurt, or in which the camera sees nothing. */
const critical: ReadonlySet<IncidentKind> = new Set<IncidentKind>(['pose.fall', 'pose.fight', 'camera.covered']);

/** Kinds that are worth a look, no more. */
const information: ReadonlySet<IncidentKind> = new Set<IncidentKind>(['audio.speech', 'pose.running', 'pose.raised-arms']);

/** How urgent an event of a kind is. */
export function severityOfKind(kind: IncidentKind): Incident['severity'] {
  if (critical.has(kind)) return 'critical';
  return information.has(kind) ? 'info' : 'warning';
}
