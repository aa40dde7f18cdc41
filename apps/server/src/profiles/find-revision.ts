import { type ProfileRecord, type ProfileRevision, VigilError } from '@vigil/contracts';

/** A kept revision of a profile. @throws VigilError `not-found` */
export function findRevision({ id, name, revisions }: ProfileRecord, revision: number): ProfileRevision {
  const found = revisions.find((kept) => kept.revision === revision);
  if (found !== undefined) return found;
  throw new VigilError('not-found', `The profile ${name} keeps no revision ${revision}`, {
    id,
    kept: revisions.map((kept) => kept.revision),
  });
}
