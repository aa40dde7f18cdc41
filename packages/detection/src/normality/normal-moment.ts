import type { NormalMoment } from '@vigil/contracts';

/** Footage by its name and, where it is kept under one, its id. */
interface NamedSource {
  readonly name: string;
  readonly id?: string | undefined;
}

/** A moment of footage that is normal, as incidents name it. */
export function momentOf({ name, id }: NamedSource, seconds: number, distance: number): NormalMoment {
  return { source: name, ...(id === undefined ? {} : { sourceId: id }), seconds, distance };
}

/** Whether two moments are of the same footage. */
export function isSameSource(one: NormalMoment, other: NormalMoment): boolean {
  return one.source === other.source && one.sourceId === other.sourceId;
}
