import type { IncidentRecord } from '@vigil/contracts';

/** A part of a review. */
export type ReviewField = 'status' | 'note' | 'tags' | 'assignedTo' | 'held';

/** What a review changes of an incident. */
export type Reviewed = Pick<IncidentRecord, ReviewField>;

/** What people make of an incident; what is left out stays. */
export type ReviewChange = Partial<Reviewed>;

/** Parts that somebody else changed in the meantime to something other than what is wanted now; where there are none, both fit together. */
export function conflictingFields(base: Reviewed, current: Reviewed, change: ReviewChange): ReviewField[] {
  return (Object.keys(change) as ReviewField[]).filter(
    (field) => !isSame(base[field], current[field]) && !isSame(current[field], change[field]),
  );
}

/** A change in which both notes and both lists of tags are kept. */
export function bothOf(current: Reviewed, change: ReviewChange): ReviewChange {
  const { note, tags } = change;
  return {
    ...change,
    ...(note === undefined ? {} : { note: note.includes(current.note) ? note : `${current.note}\n\n${note}`.trim() }),
    ...(tags === undefined ? {} : { tags: [...new Set([...current.tags, ...tags])] }),
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((item, at) => item === b[at]) : a === b;
}
