import {
  type Incident,
  type IncidentKind,
  kindNames,
  type Modality,
  modalityNames,
  type ModalityState,
  severityNames,
  stateNames,
} from '@vigil/contracts';

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
