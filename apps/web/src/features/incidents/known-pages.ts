/** A page of the list that was read once. Its records may be gone from memory; its ids stay, so that places hold. */
export interface KnownPage {
  /** What it is asked for by; null for the first. */
  readonly cursor: string | null;
  readonly ids: readonly string[];
  /** What the page after it is asked for by; null at the end. */
  readonly nextCursor: string | null;
}

/** The pages from the first on, without a gap. */
export type KnownPages = readonly KnownPage[];

/**
 * Notes a page that was read. Where it ends at another place than before, those after it would repeat or leave out records, and are
 * forgotten.
 *
 * @returns The same pages where nothing is new.
 */
export function withPage(pages: KnownPages, page: KnownPage): KnownPages {
  const index = pages.findIndex(({ cursor }) => cursor === page.cursor);
  if (index < 0) return (pages.at(-1)?.nextCursor ?? null) === page.cursor ? [...pages, page] : pages;
  const known = pages[index];
  const isSameEnd = known.nextCursor === page.nextCursor;
  if (isSameEnd && sameIds(known.ids, page.ids)) return pages;
  return isSameEnd ? pages.with(index, page) : [...pages.slice(0, index), page];
}

/** Records of all known pages. */
export function countOf(pages: KnownPages): number {
  return pages.reduce((sum, { ids }) => sum + ids.length, 0);
}

/** The id at a place of the list; undefined beyond what is known. */
export function idAt(pages: KnownPages, index: number): string | undefined {
  let start = 0;
  for (const { ids } of pages) {
    if (index < start + ids.length) return ids[index - start];
    start += ids.length;
  }
  return undefined;
}

/** The ids of places, both ends included, in the order of the list. */
export function idsBetween(pages: KnownPages, one: number, other: number): string[] {
  const ids = pages.flatMap((page) => page.ids);
  return ids.slice(Math.min(one, other), Math.max(one, other) + 1);
}

/**
 * Cursors of the pages that are needed to show some places, and of the page after them where the places come near the end.
 *
 * @param margin Records that should be known beyond the last place.
 */
export function neededCursors(pages: KnownPages, first: number, last: number, margin: number): (string | null)[] {
  const needed: (string | null)[] = [];
  let start = 0;
  for (const { cursor, ids } of pages) {
    if (start <= last && start + ids.length > first) needed.push(cursor);
    start += ids.length;
  }
  const end = pages.at(-1);
  if (end === undefined) return [null];
  if (end.nextCursor !== null && last + margin >= start) needed.push(end.nextCursor);
  return needed;
}

/** Cursors of the pages that hold some ids. */
export function cursorsOf(pages: KnownPages, ids: ReadonlySet<string>): (string | null)[] {
  if (ids.size === 0) return [];
  return pages.filter((page) => page.ids.some((id) => ids.has(id))).map(({ cursor }) => cursor);
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
