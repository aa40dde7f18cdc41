import { incidentKinds } from '@vigil/contracts';
import { kindName } from '@vigil/report';

/** A label as people read it: the words for a kind of incident, any other label as it is. */
export function labelInWords(label: string): string {
  const kind = incidentKinds.find((name) => name === label);
  return kind === undefined ? label : kindName(kind);
}
