import type { BoundingBox } from '@vigil/contracts';

/** A person as the object detector sees one, at one moment and without a memory. */
export interface PersonSighting {
  readonly box: BoundingBox;
  /** How sure the detector is, 0 to 1; a clear person has 0.4 to 0.55, one in a scuffle often less than 0.35. */
  readonly score: number;
}
